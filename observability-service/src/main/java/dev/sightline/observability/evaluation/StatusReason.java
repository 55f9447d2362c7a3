package dev.sightline.observability.evaluation;

/** Why the system switched an evaluation off (spec/observability.md 3.6). */
public enum StatusReason {
    NO_DEFAULT_MODEL,
    MODEL_NOT_FOUND,
    HOG_ERROR,
    PROVIDER_KEY_DELETED,
    PROVIDER_KEY_INVALID,
    PROVIDER_KEY_PERMISSION_DENIED,
    PROVIDER_KEY_QUOTA_EXCEEDED,
    PROVIDER_KEY_RATE_LIMITED,
    PROVIDER_KEY_REQUIRED;

    /** Whether a working key is what is missing. */
    boolean wantsKey() {
        return name().startsWith("PROVIDER_KEY_");
    }

    /** Whether somebody has to choose a model. */
    boolean wantsModel() {
        return this == NO_DEFAULT_MODEL || this == MODEL_NOT_FOUND;
    }
}
