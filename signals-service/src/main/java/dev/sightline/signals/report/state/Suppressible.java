package dev.sightline.signals.report.state;

/** Can be dismissed. */
public sealed interface Suppressible extends ReportState
        permits Potential, Candidate, InProgress, PendingInput, Ready, Resolved, Failed {

    default Suppressed suppress() {
        return new Suppressed(facts().unpromoted(), status());
    }
}
