package dev.sightline.observability.evaluation;

/** Whether an evaluation runs by itself, in the words of the API. */
public enum Status {
    ACTIVE,
    PAUSED,
    ERROR
}
