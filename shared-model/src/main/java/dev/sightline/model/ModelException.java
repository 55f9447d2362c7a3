package dev.sightline.model;

import java.time.Duration;
import java.util.Optional;

/**
 * A model call failed. The message is a fixed-shape description that is safe to store and show: never the provider's
 * words, which may quote the prompt.
 */
public final class ModelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The classes of spec/vision.md 16.5. Only {@link #TRANSIENT} is worth another attempt. */
    public enum Kind {
        /** Connection errors and HTTP 408, 409, 429, 500, 502, 503, 504. */
        TRANSIENT,
        /** Any other 4xx: the provider refuses this request, key or model. */
        REJECTED,
        /** The provider answered without a candidate. */
        NO_ANSWER,
        /** Anything unclassified. */
        INTERNAL
    }

    private final Kind kind;
    private final int status;
    private final transient Duration retryAfter;

    public ModelException(Kind kind, String message, int status, Duration retryAfter, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.status = status;
        this.retryAfter = retryAfter;
    }

    public ModelException(Kind kind, String message) {
        this(kind, message, 0, null, null);
    }

    public Kind kind() {
        return kind;
    }

    /** HTTP status of the provider's answer, 0 if there was none. */
    public int status() {
        return status;
    }

    /** How long the provider asked to wait. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
