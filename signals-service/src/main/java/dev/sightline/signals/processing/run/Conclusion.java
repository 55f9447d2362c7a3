package dev.sightline.signals.processing.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.signals.artefact.ArtefactType;
import dev.sightline.signals.artefact.NewArtefact;
import dev.sightline.signals.pipeline.Judgement;
import dev.sightline.signals.pipeline.ReportSafety.Verdict;
import dev.sightline.signals.pipeline.RunEnd;
import dev.sightline.signals.processing.run.Runs.End;
import dev.sightline.signals.report.ReportState;
import dev.sightline.signals.report.ReportState.InProgress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What a run came to.
 *
 * @param next the report's next state, given the one it is in when the run ends
 * @param artefacts to be appended to it
 */
record Conclusion(End end, Next next, List<NewArtefact> artefacts) {

    /** From the state in which the run finds its report at its end. */
    interface Next {

        ReportState of(InProgress running);
    }

    /** The report cannot be judged. */
    static Conclusion failed(String reason, String error, List<NewArtefact> artefacts) {
        return new Conclusion(new End("failed", "failed", reason), running -> running.fail(error), artefacts);
    }

    /** The signals must not reach anybody who acts on them. */
    static Conclusion unsafe(UUID reportId, Verdict verdict) {
        return failed("safety_judge_rejected", verdict.explanation(), List.of(safety(reportId, verdict)));
    }

    /** The report was judged over so many signals. */
    static Conclusion judged(Started started, Verdict safety, Judgement judgement, Instant now) {
        UUID reportId = started.run().reportId();
        List<NewArtefact> artefacts = new ArrayList<>();
        artefacts.add(safety(reportId, safety));
        artefacts.add(
                NewArtefact.bySystem(reportId, ArtefactType.ACTIONABILITY_JUDGMENT, judgement.actionabilityArtefact()));
        judgement.priorityArtefact().ifPresent(content -> artefacts.add(priority(reportId, content)));
        return new Conclusion(
                new End("completed", judgement.actionability().choice().text(), null),
                running -> RunEnd.of(running, judgement, started.signals(), now).report(),
                artefacts);
    }

    private static NewArtefact safety(UUID reportId, Verdict verdict) {
        return NewArtefact.bySystem(reportId, ArtefactType.SAFETY_JUDGMENT, verdict.artefact());
    }

    private static NewArtefact priority(UUID reportId, ObjectNode content) {
        return NewArtefact.bySystem(reportId, ArtefactType.PRIORITY_JUDGMENT, content);
    }
}
