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

    /** What a provider complains of, where it says so in a form that is known. */
    public enum Complaint {
        /** Anything else. */
        OTHER,
        /** The quota or the credit behind the key is used up: another attempt soon does not help. */
        QUOTA,
        /** The model takes no JSON Schema. */
        SCHEMA
    }

    /**
     * An answer that is none.
     *
     * @param status of HTTP, 0 if there was no answer at all
     * @param retryAfter how long the provider asked to wait, null if it did not
     */
    public record Refusal(int status, Duration retryAfter, Complaint complaint) {

        static final Refusal NONE = new Refusal(0, null, Complaint.OTHER);
    }

    private final Kind kind;
    private final transient Refusal refusal;

    public ModelException(Kind kind, String message, Refusal refusal) {
        this(kind, message, refusal, null);
    }

    public ModelException(Kind kind, String message, int status, Duration retryAfter, Throwable cause) {
        this(kind, message, new Refusal(status, retryAfter, Complaint.OTHER), cause);
    }

    public ModelException(Kind kind, String message) {
        this(kind, message, Refusal.NONE, null);
    }

    private ModelException(Kind kind, String message, Refusal refusal, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.refusal = refusal;
    }

    public Kind kind() {
        return kind;
    }

    /** HTTP status of the provider's answer, 0 if there was none. */
    public int status() {
        return refusal.status();
    }

    public Complaint complaint() {
        return refusal.complaint();
    }

    /** How long the provider asked to wait. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(refusal.retryAfter());
    }
}
