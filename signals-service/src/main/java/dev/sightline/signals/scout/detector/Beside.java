package dev.sightline.signals.scout.detector;

/**
 * A count beside what was usual.
 *
 * @param usual what it was in comparable buckets
 * @param expected what it would be if it had followed its season and its trend
 */
record Beside(double value, double[] usual, double expected) {

    /** Whether it is so many times as much, or as little, as season and trend explain. */
    boolean beyondTrend(double least) {
        return value >= expected ? value >= least * expected : value <= expected / least;
    }
}
