package dev.sightline.messaging;

/** The broker did not store the message in time; a later attempt may succeed. */
public final class BrokerUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokerUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
