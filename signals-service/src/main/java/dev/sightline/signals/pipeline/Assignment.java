package dev.sightline.signals.pipeline;

import dev.sightline.signals.report.ReportState;
import java.util.Optional;
import java.util.UUID;

/** What assigning a signal changes; all of it belongs in one transaction that holds the report's row lock. */
public sealed interface Assignment {

    /**
     * A new report.
     *
     * @param promoted whether its run must be started
     * @param relatedTo the report it recurs from: both get a {@code related_to} artefact that names the other
     */
    record Opens(ReportState report, boolean promoted, Optional<UUID> relatedTo) implements Assignment {}

    /**
     * One more signal of a report.
     *
     * @param promoted whether its run must be started
     * @param onlyCollects whether it is ready and has too many signals to be researched again
     */
    record Joins(UUID reportId, ReportState report, boolean promoted, boolean onlyCollects) implements Assignment {}

    /**
     * The report was deleted meanwhile: the signal is stored as deleted, the report's left-over signals are deleted too,
     * its counters stay.
     */
    record MeetsDeleted(UUID reportId) implements Assignment {}
}
