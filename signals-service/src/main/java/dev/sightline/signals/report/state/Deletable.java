package dev.sightline.signals.report.state;

/** Can be deleted. */
public sealed interface Deletable extends ReportState
        permits Potential, Candidate, InProgress, PendingInput, Ready, Resolved, Failed, Suppressed {

    default Deleted delete() {
        return new Deleted(facts());
    }
}
