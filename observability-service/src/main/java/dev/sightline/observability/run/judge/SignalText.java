package dev.sightline.observability.run.judge;

/**
 * A positive verdict put into words for the inbox.
 *
 * @param significance 0 to 1
 */
public record SignalText(String description, double significance) {}
