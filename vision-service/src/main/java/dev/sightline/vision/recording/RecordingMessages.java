package dev.sightline.vision.recording;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.event.EventCaptured;
import dev.sightline.event.SnapshotsReceived;
import dev.sightline.messaging.OutboxMessage;
import dev.sightline.time.UuidV7;
import java.util.UUID;

/** What is told of recordings: one event for each session of which something was recorded for the first time. */
final class RecordingMessages {

    static final String INGESTED = "$recording_ingested";

    private RecordingMessages() {}

    /** It does not belong to the session: what happened in the session is not what happened to its recording. */
    static OutboxMessage ingested(ArrivedBlock first) {
        SnapshotsReceived batch = first.batch();
        RecordingOrigin origin = first.block().counters().contents().origin();
        UUID id = UuidV7.next();
        ObjectNode properties = JsonNodeFactory.instance
                .objectNode()
                .put("$insert_id", id.toString())
                .put("$process_person_profile", false)
                .put("session_id", batch.sessionId())
                .put("snapshot_source", origin.sourceOrWeb());
        EventCaptured event = new EventCaptured(
                batch.projectId(),
                id,
                INGESTED,
                batch.distinctId(),
                batch.receivedAt(),
                batch.receivedAt(),
                properties);
        return OutboxMessage.of(id, batch.projectId() + ":" + batch.distinctId(), event);
    }
}
