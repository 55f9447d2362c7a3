package dev.sightline.vision.sweep;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Duration;
import java.time.Instant;

/**
 * How many sessions a scanner would look at in a month, from what was recorded lately (spec/vision.md 12).
 *
 * @param windowDays days the recordings of the window span, so that a young project is not underestimated
 */
@JsonPropertyOrder({"matched_sessions_in_window", "window_days", "estimated_observations_per_month", "sampling_rate"})
record Estimate(long matchedSessionsInWindow, int windowDays, long estimatedObservationsPerMonth, double samplingRate) {

    private static final int MONTH = 30;

    /**
     * @param earliest start of the project's first recording of the window; null for none
     */
    static Estimate of(long matched, Instant earliest, Instant now, Terms terms) {
        int days = earliest == null
                ? terms.window()
                : days(Duration.between(earliest, now).toDays() + 1, terms);
        long month = (long) Math.rint((double) matched / days * MONTH * terms.rate());
        return new Estimate(matched, days, month, terms.rate());
    }

    private static int days(long recorded, Terms terms) {
        return (int) Math.max(1, Math.min(terms.window(), recorded));
    }

    /**
     * What an estimate is asked to go by.
     *
     * @param window days it looks back at most
     */
    record Terms(double rate, int window) {}
}
