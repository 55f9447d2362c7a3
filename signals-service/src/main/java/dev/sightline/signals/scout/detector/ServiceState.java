package dev.sightline.signals.scout.detector;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * How Sightline itself does with a project.
 *
 * @param failing scouts whose runs ended lately, with how many of them failed
 * @param pausedSince since when signals wait in a paused lane; null if none do
 * @param resolved reports that were resolved lately
 */
public record ServiceState(List<Failing> failing, Instant pausedSince, List<Resolved> resolved) {

    public static final ServiceState NONE = new ServiceState(List.of(), null, List.of());

    /** Runs of a scout in the last three days. */
    public record Failing(String skillName, int failed, int ended) {}

    /**
     * A resolved report and its signals in two stretches of the same length, before and since.
     *
     * @param since when it was resolved
     */
    public record Resolved(UUID reportId, String title, Instant since, int before, int after) {}
}
