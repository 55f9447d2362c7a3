package dev.sightline.signals.pipeline;

/** Whether a signal may enter the pipeline at all. */
public enum GateDecision {
    PASS,
    /** The organization has not agreed that models process its data. */
    NO_CONSENT,
    /** The project has not switched the source on. */
    SOURCE_DISABLED;

    public boolean passes() {
        return this == PASS;
    }
}
