package dev.sightline.signals.report.state;

/** Can go back to gathering. */
public sealed interface Gatherable extends ReportState permits InProgress, PendingInput, Ready, Resolved, Failed {

    default Potential gather(Gathering how) {
        return new Potential(how.apply(facts()));
    }
}
