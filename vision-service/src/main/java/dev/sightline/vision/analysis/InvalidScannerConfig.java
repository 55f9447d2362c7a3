package dev.sightline.vision.analysis;

/** A scanner's configuration breaks a rule; the message says which and may be shown to the caller. */
public final class InvalidScannerConfig extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidScannerConfig(String message) {
        super(message);
    }
}
