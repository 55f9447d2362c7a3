package dev.sightline.capture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.event.EventCaptured;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An event that keeps every rule of the edge (spec/platform.md B.2, B.3) and lacks only the project it belongs to. */
public record ClientEvent(UUID uuid, String event, String distinctId, Instant timestamp, ObjectNode properties) {

    private static final List<String> FOLDED = List.of("$set", "$set_once");

    /**
     * The same as {@link #of(ObjectNode, Instant, Instant)} for an object that says itself when it was sent.
     *
     * @throws CaptureRefused if it breaks a rule
     */
    public static ClientEvent of(ObjectNode event, Instant now) {
        return of(event, EventTime.sentAt(event.path("sent_at"), UrlForm.EMPTY), now);
    }

    /**
     * The event that an object of the common form stands for; the object may be changed.
     *
     * @param sentAt when the client says it sent the request, null if it does not say
     * @param now when the request arrived
     * @throws CaptureRefused if it breaks a rule
     */
    public static ClientEvent of(ObjectNode event, Instant sentAt, Instant now) {
        return new ClientEvent(
                EventUuid.of(event.get("uuid")),
                EventName.of(event),
                DistinctId.of(event),
                EventTime.of(event, sentAt, now),
                SafeText.in(properties(event)));
    }

    private static ObjectNode properties(ObjectNode event) {
        JsonNode sent = event.path("properties");
        if (!sent.isObject() && !sent.isNull() && !sent.isMissingNode()) {
            throw CaptureRefused.unreadable("properties is not an object");
        }
        ObjectNode properties = sent instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
        for (String name : FOLDED) {
            if (event.has(name) && !properties.has(name)) {
                properties.set(name, event.get(name));
            }
        }
        return properties;
    }

    /** The message that the event becomes in a project. */
    public EventCaptured captured(int projectId, Instant receivedAt) {
        return new EventCaptured(projectId, uuid, event, distinctId, timestamp, receivedAt, properties);
    }
}
