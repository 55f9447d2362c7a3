package dev.sightline.vision.analysis.local;

import dev.sightline.vision.analysis.Citations;
import dev.sightline.vision.analysis.Judgement;
import dev.sightline.vision.analysis.ModelOutput;
import dev.sightline.vision.analysis.OutputRules;
import dev.sightline.vision.analysis.ScannerConfig;
import dev.sightline.vision.analysis.ScannerConfig.Scale;
import dev.sightline.vision.analysis.timeline.Moment;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Maps a measure onto the scale. Which one: what the prompt says the scale's maximum means ("5 = delighted"), else the
 * scale's label, else the prompt. Where none of them names a measure the score is the middle of the scale, with a
 * confidence of 0.2. Scales with whole ends at least 4 apart get whole scores, others two decimals.
 */
final class LocalScorer {

    private static final double CONFIDENCE = 0.7;
    private static final double CONFIDENCE_WITHOUT_EVIDENCE = 0.55;
    private static final List<String> BY_PRIORITY = List.of("friction", "engagement", "intent", "ease");

    private final ScannerConfig.Scorer config;
    private final SessionFacts facts;
    private final Vocabulary vocabulary;

    LocalScorer(ScannerConfig.Scorer config, SessionFacts facts, Vocabulary vocabulary) {
        this.config = config;
        this.facts = facts;
        this.vocabulary = vocabulary;
    }

    ModelOutput output() {
        return measure().map(this::measured).orElseGet(this::notUnderstood);
    }

    private Optional<String> measure() {
        return named(meaningOfMaximum())
                .or(() -> named(
                        config.scale().label() == null ? "" : config.scale().label()))
                .or(() -> named(config.prompt()));
    }

    private Optional<String> named(String text) {
        Set<String> measures = vocabulary.measuresIn(text);
        return BY_PRIORITY.stream().filter(measures::contains).findFirst();
    }

    private String meaningOfMaximum() {
        Matcher meaning = Pattern.compile(
                        "(?<![\\d.])" + Pattern.quote(number(config.scale().max()))
                                + "\\s*(?:=|:|means|is|being|\\(|-|–)\\s*([^\\d.,;\\n)]{3,80})")
                .matcher(config.prompt());
        return meaning.find() ? meaning.group(1) : "";
    }

    private ModelOutput measured(String measure) {
        Measures measures = new Measures(facts);
        List<Moment> evidence = measures.evidence(measure);
        String rests = evidence.isEmpty() ? "Nothing of it was seen." : "The visitor " + Prose.list(evidence) + ".";
        double confidence = evidence.isEmpty() ? CONFIDENCE_WITHOUT_EVIDENCE : CONFIDENCE;
        return answer(measures.of(measure), "Measured as " + measure + ". " + rests, confidence);
    }

    private ModelOutput notUnderstood() {
        String said =
                "Neither the prompt nor the scale names anything that local rules can measure; this is the middle.";
        return answer(0.5, said, Certainty.NOT_UNDERSTOOD);
    }

    private ModelOutput answer(double part, String said, double confidence) {
        long duration = facts.session().timeline().durationMs();
        Judgement why = new Judgement(Citations.read(said + " " + Prose.SIGNATURE, duration), confidence);
        return OutputRules.scorer(config, onScale(part), why);
    }

    private double onScale(double part) {
        Scale scale = config.scale();
        double score = scale.min() + part * (scale.max() - scale.min());
        boolean whole = scale.max() - scale.min() >= 4 && isWhole(scale.min()) && isWhole(scale.max());
        double rounded = whole ? Math.rint(score) : Math.round(score * 100) / 100.0;
        return Math.max(scale.min(), Math.min(scale.max(), rounded));
    }

    private static String number(double value) {
        return isWhole(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    private static boolean isWhole(double value) {
        return value == Math.rint(value);
    }
}
