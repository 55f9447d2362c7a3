package dev.sightline.api;

import java.time.Duration;

/**
 * A request that is refused with {@code {"error": "<text>"}} instead of the envelope: the hand-written answers that
 * spec/signals.md and spec/platform.md C list. Everything else is an {@link ApiException}.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final Duration retryAfter;

    public Refusal(int status, String text) {
        this(status, text, Duration.ZERO);
    }

    /** A refusal that names in {@code Retry-After} how long to wait, in whole seconds rounded up. */
    public Refusal(int status, String text, Duration retryAfter) {
        super(text, null, false, false);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    public int status() {
        return status;
    }

    /** Seconds the caller should wait; 0 for no advice. */
    long retryAfterSeconds() {
        return retryAfter.plusNanos(999_999_999).toSeconds();
    }
}
