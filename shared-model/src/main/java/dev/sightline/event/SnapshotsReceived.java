package dev.sightline.event;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Instant;
import java.util.UUID;

/**
 * One accepted snapshot request of a session (spec/platform.md B.7): the metadata of its first event and the
 * concatenated rrweb items, each as the client sent it.
 *
 * @param batchId identity of the request, the inbox key of the recorder
 * @param items rrweb items, partial compression ({@code cv}) not undone
 */
@MessageType(value = "dev.sightline.recording.snapshots.v1", topic = Topic.RECORDINGS_SNAPSHOTS)
public record SnapshotsReceived(
        int projectId,
        UUID batchId,
        String sessionId,
        String windowId,
        String distinctId,
        String snapshotSource,
        String snapshotLibrary,
        Instant receivedAt,
        ArrayNode items) {}
