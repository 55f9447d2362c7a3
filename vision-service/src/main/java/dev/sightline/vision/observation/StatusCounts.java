package dev.sightline.vision.observation;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * How the observations ended.
 *
 * @param successRate whole percent of those that were worth looking at; null if there are none
 */
@JsonPropertyOrder({"total", "succeeded", "failed", "ineligible", "in_flight", "success_rate"})
record StatusCounts(long total, long succeeded, long failed, long ineligible, long inFlight, Long successRate) {

    static StatusCounts of(ObservationCounts counts) {
        long succeeded = counts.of(ObservationStatus.SUCCEEDED);
        long failed = counts.of(ObservationStatus.FAILED);
        return new StatusCounts(
                counts.total(),
                succeeded,
                failed,
                counts.of(ObservationStatus.INELIGIBLE),
                counts.of(ObservationStatus.PENDING) + counts.of(ObservationStatus.RUNNING),
                rate(succeeded, failed));
    }

    private static Long rate(long succeeded, long failed) {
        return succeeded + failed == 0 ? null : (long) Math.rint(100.0 * succeeded / (succeeded + failed));
    }
}
