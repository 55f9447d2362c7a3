package dev.sightline.observability.event;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;

/**
 * An event as the store keeps it.
 *
 * @param sessionId null for none
 * @param properties all of them, light and heavy, as far as they are kept
 * @param whole false if the event came with heavy properties whose retention is over
 */
public record StoredEvent(
        UUID uuid,
        String event,
        String distinctId,
        String sessionId,
        Instant timestamp,
        ObjectNode properties,
        boolean whole) {

    /** The properties without the heavy ones. */
    public ObjectNode lightProperties() {
        ObjectNode light = JsonNodeFactory.instance.objectNode();
        light.setAll(properties);
        return light.remove(EventRow.HEAVY);
    }
}
