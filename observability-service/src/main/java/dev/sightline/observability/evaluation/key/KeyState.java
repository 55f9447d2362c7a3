package dev.sightline.observability.evaluation.key;

/** What the provider said of a key last. */
public enum KeyState {
    UNKNOWN,
    OK,
    /** The provider does not know it. */
    INVALID,
    /** The provider knows it and does not serve it. */
    ERROR
}
