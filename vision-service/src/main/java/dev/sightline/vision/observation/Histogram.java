package dev.sightline.vision.observation;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** Scores in at most 22 buckets of equal, whole width; empty ones are there too (spec/vision.md 11). */
@JsonPropertyOrder({"labels", "counts"})
record Histogram(List<String> labels, List<Long> counts) {

    private static final int WIDEST = 21;

    static Histogram of(Scores scores, JsonNode scale) {
        boolean scaled = scale.path("min").isNumber() && scale.path("max").isNumber();
        double min = scaled ? scale.path("min").doubleValue() : scores.percentile(0);
        double max = scaled ? scale.path("max").doubleValue() : scores.percentile(1);
        return new Buckets(Math.floor(min), Math.ceil(max)).filled(scores);
    }

    /** The buckets from a whole number to another. */
    private record Buckets(double low, double high) {

        private double span() {
            return Math.max(0, high - low);
        }

        private double width() {
            return Math.max(1, Math.ceil((span() + 1) / WIDEST));
        }

        private int number() {
            return (int) Math.floor(span() / width()) + 1;
        }

        Histogram filled(Scores scores) {
            long[] counts = new long[number()];
            scores.forEach((score, times) -> counts[bucket(score)] += times);
            return new Histogram(labels(), LongStream.of(counts).boxed().toList());
        }

        private int bucket(double score) {
            double bucket = Math.floor((Math.rint(score) - low) / width());
            return (int) Math.max(0, Math.min(number() - 1, bucket));
        }

        private List<String> labels() {
            List<String> labels = new ArrayList<>();
            for (int i = 0; i < number(); i++) {
                double start = low + i * width();
                double end = Math.min(start + width() - 1, high);
                labels.add(width() == 1 ? whole(start) : whole(start) + "–" + whole(end));
            }
            return labels;
        }

        private static String whole(double number) {
            return BigDecimal.valueOf(number).toBigInteger().toString();
        }
    }
}
