package dev.sightline.signals.pipeline;

/** Something to search by: a text and its vector. */
public record Query(String text, float[] vector) {}
