package dev.sightline.signals.report.state;

/** A report cannot go from one status to the other. The API answers it as a conflict. */
public final class IllegalTransition extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IllegalTransition(ReportStatus from, String to) {
        super("A report that is " + from.text() + " cannot become " + to + ".");
    }
}
