package dev.sightline.vision.analysis.local;

import dev.sightline.vision.analysis.Citations;
import dev.sightline.vision.analysis.Judgement;
import dev.sightline.vision.analysis.ModelOutput;
import dev.sightline.vision.analysis.OutputRules;
import dev.sightline.vision.analysis.ScannerConfig;
import dev.sightline.vision.analysis.TagChoice;
import dev.sightline.vision.analysis.timeline.Moment;
import dev.sightline.vision.analysis.timeline.MomentKind;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Gives the tags whose words, read like a prompt, are shown by a moment; where only one is allowed, the one shown best.
 * Where none is shown it takes a tag that stands for nothing else ("other", "none", …), else the first of the
 * vocabulary, with a confidence of 0.1, and says so.
 */
final class LocalClassifier {

    private static final double NOTHING_FITS = 0.1;
    private static final double FALLBACK_FITS = 0.4;
    private static final int MAX_FREEFORM = 5;

    private final ScannerConfig.Classifier config;
    private final SessionFacts facts;
    private final Vocabulary vocabulary;

    LocalClassifier(ScannerConfig.Classifier config, SessionFacts facts, Vocabulary vocabulary) {
        this.config = config;
        this.facts = facts;
        this.vocabulary = vocabulary;
    }

    private record Fit(String tag, List<Moment> evidence) {
        /** What speaks of trouble or of a goal says more about a session than which pages it came by. */
        double weight() {
            return evidence.stream()
                    .mapToDouble(moment -> weight(moment.kind()))
                    .sum();
        }

        private static double weight(MomentKind kind) {
            return kind == MomentKind.COMPLETED ? 4 : kind.trouble() ? 3 : 0.2;
        }
    }

    ModelOutput output() {
        List<Fit> fits = config.tags().stream()
                .map(this::fit)
                .filter(fit -> !fit.evidence.isEmpty())
                .toList();
        return fits.isEmpty() ? fallback() : chosen(config.multiLabel() ? fits : best(fits));
    }

    private Fit fit(String tag) {
        Meaning meaning = vocabulary.meaningOf(tag);
        return new Fit(tag, meaning.isEmpty() ? List.of() : facts.evidence(meaning));
    }

    private static List<Fit> best(List<Fit> fits) {
        return fits.stream().max(Comparator.comparingDouble(Fit::weight)).stream()
                .toList();
    }

    private ModelOutput chosen(List<Fit> fits) {
        String said = fits.stream()
                .map(fit -> fit.tag + ": the visitor " + Prose.list(fit.evidence) + ".")
                .collect(Collectors.joining(" "));
        double least = fits.stream()
                .mapToDouble(fit -> Certainty.of(fit.evidence))
                .min()
                .orElse(0);
        return answer(fits.stream().map(Fit::tag).toList(), said, least);
    }

    private ModelOutput fallback() {
        return config.tags().stream()
                .filter(vocabulary::isFallback)
                .findFirst()
                .map(tag -> answer(List.of(tag), "No other tag is shown by the recording.", FALLBACK_FITS))
                .orElseGet(this::nothingFits);
    }

    private ModelOutput nothingFits() {
        String said = "None of the tags is shown by the recording; the first stands in because one is required.";
        return answer(List.of(config.tags().get(0)), said, NOTHING_FITS);
    }

    private ModelOutput answer(List<String> tags, String said, double confidence) {
        long duration = facts.session().timeline().durationMs();
        Judgement why = new Judgement(Citations.read(said + " " + Prose.SIGNATURE, duration), confidence);
        return OutputRules.classifier(config, new TagChoice(tags, freeform(tags)), why);
    }

    /** What the session shows and no chosen tag speaks of. */
    private List<String> freeform(List<String> tags) {
        if (!config.allowFreeformTags()) {
            return List.of();
        }
        List<Meaning> said = tags.stream().map(vocabulary::meaningOf).toList();
        return Stream.of(Behaviour.values())
                .filter(behaviour -> behaviour != Behaviour.FRICTION
                        && said.stream()
                                .noneMatch(meaning -> meaning.behaviours().contains(behaviour)))
                .filter(behaviour -> !facts.evidence(new Meaning(Set.of(behaviour), List.of()))
                        .isEmpty())
                .map(Behaviour::label)
                .limit(MAX_FREEFORM)
                .toList();
    }
}
