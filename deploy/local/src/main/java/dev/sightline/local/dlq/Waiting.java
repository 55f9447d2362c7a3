package dev.sightline.local.dlq;

/**
 * A queue with letters nobody has sent back yet.
 *
 * @param topic the topic the letters came from
 */
public record Waiting(String topic, long letters, String newestTime, String newestReason) {}
