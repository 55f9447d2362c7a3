package dev.sightline.vision.analysis;

import java.util.List;

/**
 * The tags a session got.
 *
 * @param tags of the vocabulary
 * @param freeform others, in any spelling
 */
public record TagChoice(List<String> tags, List<String> freeform) {}
