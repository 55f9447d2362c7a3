package dev.sightline.vision.recording;

import java.time.Instant;

/**
 * A session as it is stored.
 *
 * @param counters of all its blocks
 * @param sizeBytes of its blocks, compressed
 */
public record StoredSession(
        int projectId,
        String sessionId,
        SessionCounters counters,
        int blockCount,
        long sizeBytes,
        int retentionDays,
        Instant lastReceivedAt) {

    StoredSession plus(ArrivedBlock arrived) {
        return new StoredSession(
                projectId,
                sessionId,
                counters.plus(arrived.block().counters()),
                blockCount + 1,
                sizeBytes + arrived.block().bytes().length,
                retentionDays,
                arrived.batch().receivedAt());
    }
}
