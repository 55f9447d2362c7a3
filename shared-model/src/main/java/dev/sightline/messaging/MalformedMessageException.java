package dev.sightline.messaging;

/** A message that nobody can read, now or later: it goes to the dead letters without another attempt. */
public final class MalformedMessageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MalformedMessageException(String message, Throwable cause) {
        super(message, cause);
    }
}
