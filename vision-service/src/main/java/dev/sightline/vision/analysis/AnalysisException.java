package dev.sightline.vision.analysis;

/** A scan failed. The message is a fixed-shape description: never a provider's words, never session text. */
public final class AnalysisException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final FailureKind kind;

    public AnalysisException(FailureKind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public FailureKind kind() {
        return kind;
    }

    /** The observation's {@code error_reason}: {@code kind:human text}. */
    public String reason() {
        return kind.label() + ":" + getMessage();
    }
}
