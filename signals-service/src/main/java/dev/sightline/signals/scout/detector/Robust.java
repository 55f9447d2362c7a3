package dev.sightline.signals.scout.detector;

import dev.sightline.signals.scout.detector.Clue.Grade;
import java.util.Arrays;

/**
 * How far a value lies from what is usual, in a scale that outliers do not move (spec/scouts.md 15.7): the distance from
 * the median over 1.4826 times the median absolute deviation, but never over less than the noise of the measurement.
 */
record Robust(double value, double median, double score) {

    /** From here on a value is worth telling. */
    static final double UNUSUAL = 3.5;
    /** From here on it is worth a note. */
    static final double NOTABLE = 2.5;

    private static final double TO_SIGMA = 1.4826;
    private static final double NOTED = 0.5;

    /** @param noise the least that is taken for the scale */
    static Robust of(double value, double[] usual, double noise) {
        double median = median(usual);
        double mad =
                median(Arrays.stream(usual).map(one -> Math.abs(one - median)).toArray());
        double scale = Math.max(TO_SIGMA * mad, Math.max(noise, 1e-9));
        return new Robust(value, median, Math.abs(value - median) / scale);
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    boolean unusual() {
        return score >= UNUSUAL;
    }

    boolean notable() {
        return score >= NOTABLE;
    }

    boolean above() {
        return value >= median;
    }

    /** The same, no more unusual than another. */
    Robust noSurerThan(Robust other) {
        return new Robust(value, median, Math.min(score, other.score));
    }

    /** The grade of what is unusual; what is merely notable is not told. */
    Grade grade(Grade unusual) {
        return unusual() ? unusual : unusual.atMost(NOTED);
    }

    /** How many times what is usual. */
    double ratio() {
        return median == 0 ? Double.POSITIVE_INFINITY : value / median;
    }
}
