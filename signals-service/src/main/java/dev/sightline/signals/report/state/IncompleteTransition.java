package dev.sightline.signals.report.state;

/** A legal transition lacks what it needs, a title for example. Bad data, not a conflict. */
public final class IncompleteTransition extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IncompleteTransition(String missing) {
        super("A report cannot change so without " + missing + ".");
    }
}
