package dev.sightline.signals.report.state;

/** Can fail. */
public sealed interface Fallible extends ReportState
        permits Potential, Candidate, InProgress, PendingInput, Ready, Resolved {

    /** Needs the reason. */
    default Failed fail(String error) {
        return new Failed(facts().with(facts().wording().need("an error", error).error(error)));
    }
}
