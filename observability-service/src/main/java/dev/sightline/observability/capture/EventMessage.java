package dev.sightline.observability.capture;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.sightline.event.EventCaptured;
import dev.sightline.json.Json;
import dev.sightline.messaging.EncodedMessage;
import java.io.UncheckedIOException;

/** The message of a captured event. Its identity is the event's own. */
final class EventMessage {

    private EventMessage() {}

    static EncodedMessage of(EventCaptured event) {
        String key = event.projectId() + ":" + event.distinctId();
        return EncodedMessage.of(event.uuid(), key, EventCaptured.class, json(event));
    }

    private static byte[] json(EventCaptured event) {
        try {
            return Json.mapper().writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
