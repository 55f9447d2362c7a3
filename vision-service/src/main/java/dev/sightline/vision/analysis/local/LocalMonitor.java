package dev.sightline.vision.analysis.local;

import dev.sightline.vision.analysis.Citations;
import dev.sightline.vision.analysis.Judgement;
import dev.sightline.vision.analysis.ModelOutput;
import dev.sightline.vision.analysis.OutputRules;
import dev.sightline.vision.analysis.ScannerConfig;
import dev.sightline.vision.analysis.Verdict;
import dev.sightline.vision.analysis.timeline.Moment;
import java.util.List;

/**
 * Says yes where a moment shows what the prompt asks for. What the prompt asks for and the rules cannot see is
 * inconclusive where the scanner allows that, else a no of low confidence; so is what the session never came to.
 */
final class LocalMonitor {

    private final ScannerConfig.Monitor config;
    private final SessionFacts facts;
    private final Meaning asked;

    LocalMonitor(ScannerConfig.Monitor config, SessionFacts facts, Meaning asked) {
        this.config = config;
        this.facts = facts;
        this.asked = asked;
    }

    ModelOutput output() {
        if (asked.isEmpty()) {
            return unsure("The prompt names nothing that local rules can see.", Certainty.NOT_UNDERSTOOD);
        }
        List<Moment> evidence = facts.evidence(asked);
        if (!evidence.isEmpty()) {
            return answer(Verdict.YES, "Yes: the visitor " + Prose.list(evidence) + ".", Certainty.of(evidence));
        }
        if (!facts.reached(asked)) {
            return unsure("The recording never comes to what the prompt asks about.", Certainty.NEVER_REACHED);
        }
        boolean whole = !facts.session().timeline().coverage().truncated();
        String said = "No: the recording shows nothing of the kind.";
        return answer(Verdict.NO, said, whole ? Certainty.ABSENT : Certainty.ABSENT_IN_PART);
    }

    private ModelOutput unsure(String said, double confidence) {
        return answer(config.allowInconclusive() ? Verdict.INCONCLUSIVE : Verdict.NO, said, confidence);
    }

    private ModelOutput answer(Verdict verdict, String said, double confidence) {
        long duration = facts.session().timeline().durationMs();
        Judgement why = new Judgement(Citations.read(said + " " + Prose.SIGNATURE, duration), confidence);
        return OutputRules.monitor(config, verdict, why);
    }
}
