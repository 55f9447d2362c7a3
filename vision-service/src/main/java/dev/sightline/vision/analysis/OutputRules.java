package dev.sightline.vision.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes outputs of answers by the semantic checks of spec/vision.md 10. Every method throws {@link InvalidOutput} when
 * the answer does not fit the configuration.
 */
public final class OutputRules {

    static final int MAX_TITLE = 120;
    static final int MAX_FREEFORM = 5;

    private OutputRules() {}

    public static ModelOutput.Monitor monitor(ScannerConfig.Monitor config, Verdict verdict, Judgement why) {
        require(verdict != Verdict.INCONCLUSIVE || config.allowInconclusive(), "the verdict must be yes or no");
        return new ModelOutput.Monitor(
                verdict, why.reasoning().plain(), why.reasoning().segments(), why.confidence());
    }

    public static ModelOutput.Classifier classifier(ScannerConfig.Classifier config, TagChoice choice, Judgement why) {
        require(!choice.tags().isEmpty(), "at least one tag of the vocabulary is needed");
        require(config.tags().containsAll(choice.tags()), "every tag must be one of the vocabulary, spelled the same");
        Set<String> tags = new LinkedHashSet<>(choice.tags());
        require(config.multiLabel() || tags.size() == 1, "exactly one tag is allowed");
        return new ModelOutput.Classifier(
                List.copyOf(tags),
                freeform(config, choice.freeform()),
                why.reasoning().plain(),
                why.reasoning().segments(),
                why.confidence());
    }

    private static List<String> freeform(ScannerConfig.Classifier config, List<String> sent) {
        require(sent.isEmpty() || config.allowFreeformTags(), "tags outside the vocabulary are not allowed");
        require(sent.size() <= MAX_FREEFORM, "at most " + MAX_FREEFORM + " tags outside the vocabulary are allowed");
        require(
                sent.stream().allMatch(tag -> tag.length() <= Tags.MAX_LENGTH),
                "a tag may have at most " + Tags.MAX_LENGTH + " characters");
        Set<String> fixed = config.tags().stream().map(Tags::slug).collect(Collectors.toSet());
        return sent.stream()
                .map(Tags::slug)
                .filter(slug -> !slug.isEmpty() && !fixed.contains(slug))
                .distinct()
                .toList();
    }

    public static ModelOutput.Scorer scorer(ScannerConfig.Scorer config, double score, Judgement why) {
        ScannerConfig.Scale scale = config.scale();
        require(
                score >= scale.min() && score <= scale.max(),
                "the score must lie between " + scale.min() + " and " + scale.max());
        return new ModelOutput.Scorer(
                score, scale.label(), why.reasoning().plain(), why.reasoning().segments(), why.confidence());
    }

    public static ModelOutput.Summarizer summarizer(String title, Judgement summary, Facets facets) {
        require(!title.isBlank(), "the title must not be empty");
        require(
                title.codePointCount(0, title.length()) <= MAX_TITLE,
                "the title may have at most " + MAX_TITLE + " characters");
        return new ModelOutput.Summarizer(
                title,
                summary.reasoning().plain(),
                summary.reasoning().segments(),
                Citations.strip(facets.intent()),
                Citations.strip(facets.outcome()),
                lowerCase(facets.frictionPoints()),
                lowerCase(facets.keywords()),
                summary.confidence());
    }

    private static List<String> lowerCase(List<String> texts) {
        List<String> lower = new ArrayList<>();
        texts.forEach(text -> lower.add(Citations.strip(text).toLowerCase(Locale.ROOT)));
        return lower;
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new InvalidOutput(rule);
        }
    }
}
