package dev.sightline.signals.processing.run;

import dev.sightline.signals.report.StoredReport;

/**
 * A run that this replica has begun.
 *
 * @param report as it was when the run began
 */
record Started(Run run, StoredReport report) {

    /** Signals that had been counted when the run began. */
    int signals() {
        return report.state().facts().tally().signalCount();
    }
}
