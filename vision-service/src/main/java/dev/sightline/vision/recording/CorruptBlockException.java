package dev.sightline.vision.recording;

/** A stored block cannot be read to its end. */
public final class CorruptBlockException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CorruptBlockException(Throwable cause) {
        super("a stored block of the recording cannot be read", cause);
    }
}
