package dev.sightline.signals.pipeline;

import dev.sightline.signals.report.state.ReportState;

/**
 * What assigning a signal changes; all of it belongs in one transaction that holds the report's row lock. A report that
 * is a candidate then must be run.
 */
public sealed interface Assignment {

    /**
     * A new report. If the signal matched one, the new one recurs from that: both get a {@code related_to} artefact that
     * names the other.
     */
    record Opens(ReportState report) implements Assignment {}

    /** One more signal of the matched report. */
    record Joins(ReportState report) implements Assignment {}

    /** The matched report was deleted meanwhile: the signal is stored as deleted, the report's counters stay. */
    record MeetsDeleted() implements Assignment {}
}
