package dev.sightline.vision.observation;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.vision.observation.Answer.Kind;

/** How the scores of a scorer lie; both null without a score. */
@JsonPropertyOrder({"summary", "histogram"})
record ScorerStats(Summary summary, Histogram histogram) {

    /** Percentiles by linear interpolation between neighbours. */
    @JsonPropertyOrder({"min", "p25", "median", "mean", "p75", "max", "count"})
    record Summary(double min, double p25, double median, double mean, double p75, double max, long count) {

        static Summary of(Scores scores) {
            return new Summary(
                    scores.percentile(0),
                    scores.percentile(0.25),
                    scores.percentile(0.5),
                    scores.mean(),
                    scores.percentile(0.75),
                    scores.percentile(1),
                    scores.count());
        }
    }

    /**
     * @param scale of the scanner as it is configured now
     */
    static ScorerStats of(Answers answers, JsonNode scale) {
        Scores scores = Scores.of(answers.of(Kind.SCORE));
        return scores.count() == 0
                ? new ScorerStats(null, null)
                : new ScorerStats(Summary.of(scores), Histogram.of(scores, scale));
    }
}
