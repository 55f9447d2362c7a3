package dev.sightline.signals.scout.run;

/** How a run ended. */
public sealed interface RunEnd {

    /** It did what it was asked; {@code summary} says what it found. */
    record Completed(String summary) implements RunEnd {}

    /** It could not; {@code error} says why. */
    record Failed(String error) implements RunEnd {}

    /** Somebody called it off. */
    record Cancelled(String error) implements RunEnd {}

    default RunStatus status() {
        return this instanceof Completed
                ? RunStatus.COMPLETED
                : this instanceof Failed ? RunStatus.FAILED : RunStatus.CANCELLED;
    }

    default String summaryText() {
        return this instanceof Completed completed ? completed.summary() : "";
    }

    default String errorText() {
        return this instanceof Failed failed
                ? failed.error()
                : this instanceof Cancelled cancelled ? cancelled.error() : "";
    }
}
