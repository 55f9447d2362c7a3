package dev.sightline.observability.hog.vm;

/** Why a program ended without a result. */
public enum FailureKind {
    /** A rule of the machine was broken. */
    VM("HogVMException"),
    /** An error was thrown and not caught. */
    UNCAUGHT("UncaughtHogVMException"),
    TYPE("TypeError"),
    VALUE("ValueError"),
    ZERO_DIVISION("ZeroDivisionError"),
    JSON("JSONDecodeError"),
    /** The time was up. */
    TIMEOUT("HogVMException"),
    /** The accounted memory was used up. */
    MEMORY("HogVMException"),
    /** Somebody outside wanted the program to end. */
    CANCELLED("HogVMException");

    private final String label;

    FailureKind(String label) {
        this.label = label;
    }

    /** The kind's name in the reference implementation, as messages show it. */
    public String label() {
        return label;
    }

    /** Whether the data, not the program, is to blame: such a failure says nothing about the next event. */
    public boolean isDataShape() {
        return this == TYPE || this == VALUE || this == ZERO_DIVISION || this == JSON;
    }
}
