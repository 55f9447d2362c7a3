package dev.sightline.vision.analysis.conversation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.vision.analysis.Citations;
import dev.sightline.vision.analysis.InvalidOutput;
import dev.sightline.vision.analysis.Judgement;
import dev.sightline.vision.analysis.ModelOutput;
import dev.sightline.vision.analysis.OutputRules;
import dev.sightline.vision.analysis.ScannerConfig;
import dev.sightline.vision.analysis.ScannerConfig.Scale;
import dev.sightline.vision.analysis.TagChoice;
import dev.sightline.vision.analysis.Verdict;
import java.util.Arrays;
import java.util.List;

/** The one required step of monitors, classifiers and scorers. */
final class CoreSteps {

    private static final int MAX_FREEFORM = 5;

    private final long durationMs;

    CoreSteps(long durationMs) {
        this.durationMs = durationMs;
    }

    Step<ModelOutput> monitor(ScannerConfig.Monitor config) {
        List<Verdict> verdicts =
                config.allowInconclusive() ? List.of(Verdict.values()) : List.of(Verdict.YES, Verdict.NO);
        String instruction = "Decide whether this happened in the visit:\n\n" + config.prompt()
                + "\n\nReason first, then give the verdict. "
                + (config.allowInconclusive()
                        ? "Say inconclusive where the timeline cannot tell."
                        : "Where the timeline cannot tell, choose the likelier verdict with a low confidence.");
        Schema schema = judged().with(
                        "verdict",
                        Schema.oneOf(verdicts.stream().map(Verdict::label).toList()));
        return new Step<>(
                "monitor",
                instruction,
                sure(schema),
                answer -> OutputRules.monitor(config, verdict(answer), why(answer)));
    }

    private static Verdict verdict(AnswerObject answer) {
        String label = answer.text("verdict");
        return Arrays.stream(Verdict.values())
                .filter(verdict -> verdict.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new InvalidOutput("the verdict must be one of those the schema names"));
    }

    Step<ModelOutput> classifier(ScannerConfig.Classifier config) {
        String instruction = "Tag the visit by this question:\n\n" + config.prompt() + "\n\nThe tags are: "
                + String.join(", ", config.tags()) + ".\nReason first, then choose "
                + (config.multiLabel() ? "every tag that applies, at least one." : "the one tag that fits best.")
                + (config.allowFreeformTags()
                        ? " Only for what no tag covers, add up to " + MAX_FREEFORM + " of your own in snake_case."
                        : "");
        Schema schema = judged().with(
                        "tags",
                        Schema.list(
                                Schema.oneOf(config.tags()),
                                1,
                                config.multiLabel() ? config.tags().size() : 1));
        if (config.allowFreeformTags()) {
            schema.with("tags_freeform", Schema.list(Schema.text(), 0, MAX_FREEFORM));
        }
        return new Step<>("classifier", instruction, sure(schema), answer -> tagged(config, answer));
    }

    private ModelOutput tagged(ScannerConfig.Classifier config, AnswerObject answer) {
        List<String> freeform = config.allowFreeformTags() ? answer.texts("tags_freeform") : List.of();
        return OutputRules.classifier(config, new TagChoice(answer.texts("tags"), freeform), why(answer));
    }

    Step<ModelOutput> scorer(ScannerConfig.Scorer config) {
        Scale scale = config.scale();
        String instruction = "Rate the visit from " + scale.min() + " to " + scale.max()
                + (scale.label() == null ? "" : " (" + scale.label() + ")") + " by this question:\n\n" + config.prompt()
                + "\n\nExplain first, then give the score.";
        Schema schema = judged().with("score", Schema.number(scale.min(), scale.max()));
        return new Step<>(
                "scorer",
                instruction,
                sure(schema),
                answer -> OutputRules.scorer(config, answer.number("score"), why(answer)));
    }

    private static Schema judged() {
        return new Schema().with("reasoning", Schema.text());
    }

    private static ObjectNode sure(Schema schema) {
        return schema.with("confidence", Schema.number(0, 1)).build();
    }

    private Judgement why(AnswerObject answer) {
        return new Judgement(Citations.read(answer.text("reasoning"), durationMs), answer.number("confidence"));
    }
}
