package dev.sightline.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;

/**
 * One analytics event as it was accepted at the edge (spec/platform.md B.2, B.3), its time already corrected for the
 * client's clock.
 *
 * @param uuid identity of the event; the store keeps the first of each
 * @param properties as sent; {@code $set} and {@code $set_once} of the envelope are folded in under those names
 */
@MessageType(value = "dev.sightline.event.captured.v1", topic = Topic.EVENTS_CAPTURED)
public record EventCaptured(
        int projectId,
        UUID uuid,
        String event,
        String distinctId,
        Instant timestamp,
        Instant receivedAt,
        ObjectNode properties) {

    /** The session the event belongs to, or null. */
    public String sessionId() {
        return properties.path("$session_id").isTextual()
                ? properties.path("$session_id").textValue()
                : null;
    }
}
