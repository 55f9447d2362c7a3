package dev.sightline.observability.evaluation;

/** What a verdict is. */
enum OutputType {
    BOOLEAN
}
