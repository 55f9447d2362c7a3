package dev.sightline.signals.processing;

/** The lane went to another replica while this one worked on it. Nothing was changed. */
final class LeaseLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeaseLost(int projectId) {
        super("The lane of project " + projectId + " belongs to another replica now.", null, false, false);
    }
}
