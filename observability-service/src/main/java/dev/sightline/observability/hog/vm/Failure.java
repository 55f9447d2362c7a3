package dev.sightline.observability.hog.vm;

/** Ends a program. No Hog code can catch it. */
public final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final FailureKind kind;

    public Failure(FailureKind kind, String message) {
        super(message, null, false, false);
        this.kind = kind;
    }

    /** A broken rule of the machine. */
    public static Failure vm(String message) {
        return new Failure(FailureKind.VM, message);
    }

    /** A value of a type that the operation does not take. */
    public static Failure type(String message) {
        return new Failure(FailureKind.TYPE, message);
    }

    /** A value of the right type that the operation can not use. */
    public static Failure value(String message) {
        return new Failure(FailureKind.VALUE, message);
    }

    public FailureKind kind() {
        return kind;
    }
}
