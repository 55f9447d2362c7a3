package dev.sightline.observability.hog.vm;

/** How a run ended. */
public sealed interface Result {

    /** What the program printed, lines joined by line ends. */
    String printed();

    /**
     * The program came to its end.
     *
     * @param value what it returned, null without a {@code return}
     */
    record Returned(Object value, String printed) implements Result {}

    /**
     * The program was ended.
     *
     * @param message for an uncaught error {@code Type('message')}
     * @param error the uncaught error, else null
     */
    record Failed(FailureKind kind, String message, ErrorValue error, String printed) implements Result {}
}
