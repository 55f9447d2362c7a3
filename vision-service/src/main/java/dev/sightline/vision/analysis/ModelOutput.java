package dev.sightline.vision.analysis;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * What a scan answered, as {@code scanner_result.model_output} holds it (spec/vision.md 10). Made by {@link OutputRules},
 * which sees to it that the answer fits the scanner's configuration.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "scanner_type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ModelOutput.Monitor.class, name = "monitor"),
    @JsonSubTypes.Type(value = ModelOutput.Classifier.class, name = "classifier"),
    @JsonSubTypes.Type(value = ModelOutput.Scorer.class, name = "scorer"),
    @JsonSubTypes.Type(value = ModelOutput.Summarizer.class, name = "summarizer")
})
public sealed interface ModelOutput {

    /** 0 to 1. */
    double confidence();

    record Monitor(Verdict verdict, String reasoning, List<Segment> reasoningSegments, double confidence)
            implements ModelOutput {}

    record Classifier(
            List<String> tags,
            List<String> tagsFreeform,
            String reasoning,
            List<Segment> reasoningSegments,
            double confidence)
            implements ModelOutput {}

    /** @param label of the scanner's scale, or null */
    record Scorer(double score, String label, String reasoning, List<Segment> reasoningSegments, double confidence)
            implements ModelOutput {}

    record Summarizer(
            String title,
            String summary,
            List<Segment> summarySegments,
            String intent,
            String outcome,
            List<String> frictionPoints,
            List<String> keywords,
            double confidence)
            implements ModelOutput {}
}
