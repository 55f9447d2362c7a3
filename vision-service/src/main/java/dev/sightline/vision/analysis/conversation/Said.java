package dev.sightline.vision.analysis.conversation;

import java.util.Optional;

/**
 * How a step ended.
 *
 * @param value empty if the answer broke its rules twice
 */
record Said<T>(Optional<T> value, Talk talk) {}
