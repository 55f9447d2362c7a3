package dev.sightline.vision.analysis;

/** An answer breaks a rule of its scanner; the message tells whoever answered what to mend. */
public final class InvalidOutput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidOutput(String message) {
        super(message);
    }
}
