package dev.sightline.local.dlq;

import java.util.List;

/**
 * What came of a replay.
 *
 * @param sent messages that the broker stored again
 * @param references where the messages are of which the queue holds no copy
 */
public record Replayed(long sent, List<String> references) {}
