package dev.sightline.messaging;

/** The broker will never take this message, however often it is sent; most of all because it is too large. */
public final class MessageRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MessageRefusedException(Throwable cause) {
        super("The broker refuses the message", cause);
    }
}
