package dev.sightline.vision.block;

/** The bytes of a block are not where its row says. */
public final class MissingBlockException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MissingBlockException(String message, Throwable cause) {
        super(message, cause);
    }
}
