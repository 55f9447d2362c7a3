package dev.sightline.messaging;

/**
 * Thrown by an effect that needs something which is away for a while: the message waits and is tried again until it
 * succeeds, and so does everything behind it on its partition.
 */
public final class RetryLaterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RetryLaterException(String message, Throwable cause) {
        super(message, cause);
    }
}
