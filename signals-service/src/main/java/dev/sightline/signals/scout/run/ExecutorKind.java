package dev.sightline.signals.scout.run;

/** What carries a run out. */
public enum ExecutorKind {
    /** Computes, without a model. */
    DETECTOR,
    /** Asks a language model. */
    MODEL,
    /** Somebody else, over the API. */
    EXTERNAL
}
