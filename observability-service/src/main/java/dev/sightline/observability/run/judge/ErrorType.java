package dev.sightline.observability.run.judge;

/** The classes of what goes wrong in a run (spec/observability.md 4.4.4). */
public enum ErrorType {
    AUTH_ERROR,
    PERMISSION_ERROR,
    QUOTA_ERROR,
    RATE_LIMIT,
    MODEL_NOT_FOUND,
    NO_DEFAULT_MODEL,
    KEY_NOT_FOUND,
    KEY_INVALID,
    PROVIDER_KEY_REQUIRED,
    PARSE_ERROR,
    PROVIDER_UNAVAILABLE,
    /** The provider refuses the question for a reason of its own. */
    PROVIDER_REJECTED,
    HOG_ERROR,
    /** The program does not fit the event's data. */
    UNFIT_INPUT,
    EVENT_NOT_FOUND,
    EVENT_EXPIRED,
    EVALUATION_NOT_FOUND,
    EVALUATION_DISABLED,
    /** The run's workers died. */
    LOST,
    INTERNAL_ERROR
}
