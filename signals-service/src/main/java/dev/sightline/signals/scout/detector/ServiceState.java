package dev.sightline.signals.scout.detector;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * How Sightline itself does with a project.
 *
 * @param failing scouts whose latest runs failed
 * @param waiting signals that wait to be grouped; null if none do
 * @param judging how the judging of reports went lately
 * @param resolved reports that were resolved lately
 */
public record ServiceState(List<Failing> failing, Waiting waiting, Judging judging, List<Resolved> resolved) {

    public static final ServiceState NONE = new ServiceState(List.of(), null, Judging.NONE, List.of());

    /**
     * Signals that wait.
     *
     * @param since when the first of them came
     * @param paused whether the grouping of the project is paused
     */
    public record Waiting(Instant since, boolean paused) {}

    /** Runs that judge reports, in the last three days. */
    public record Judging(int failed, int ended) {

        public static final Judging NONE = new Judging(0, 0);
    }

    /**
     * A scout whose scheduled runs fail one after the other.
     *
     * @param paused whether it has failed so often that it is tried no more than once a day
     */
    public record Failing(String skillName, int failures, boolean paused) {}

    /**
     * A resolved report and its signals in two stretches of the same length, before and since.
     *
     * @param since when it was resolved
     */
    public record Resolved(UUID reportId, String title, Instant since, int before, int after) {}
}
