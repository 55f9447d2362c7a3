package dev.sightline.signals.report.state;

/** Can be called done. */
public sealed interface Resolvable extends ReportState permits PendingInput, Ready {

    default Resolved resolve() {
        return new Resolved(facts());
    }
}
