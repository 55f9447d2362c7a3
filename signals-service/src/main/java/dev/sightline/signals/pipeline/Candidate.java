package dev.sightline.signals.pipeline;

/**
 * A live signal that a query found.
 *
 * @param distance cosine distance of its vector to the query's, 0 (same direction) to 2
 */
public record Candidate(LiveSignal signal, double distance) {}
