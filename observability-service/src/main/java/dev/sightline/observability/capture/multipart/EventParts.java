package dev.sightline.observability.capture.multipart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.capture.CaptureLimits;
import dev.sightline.capture.CaptureRefused;
import dev.sightline.capture.JsonDocument;
import dev.sightline.observability.capture.ai.AiEvents;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Puts an event together from its parts, by the rules of spec/platform.md B.6. */
final class EventParts {

    private static final String EVENT = "event";
    private static final String PROPERTIES = "event.properties";
    private static final int LARGEST_EVENT = 32 * 1024;
    private static final int LARGEST_EVENT_AND_PROPERTIES = 960 * 1024;
    private static final Set<String> WITH_MODEL = Set.of(AiEvents.GENERATION, AiEvents.EMBEDDING);

    private final CaptureLimits limits;
    private final Deque<Part> parts;

    private EventParts(List<Part> parts, CaptureLimits limits) {
        this.parts = new ArrayDeque<>(parts);
        this.limits = limits;
    }

    /**
     * The event in the common form.
     *
     * @throws CaptureRefused if the parts break a rule
     */
    static ObjectNode event(List<Part> parts, CaptureLimits limits) {
        if (parts.isEmpty()) {
            throw CaptureRefused.noEvent();
        }
        return new EventParts(parts, limits).event();
    }

    private ObjectNode event() {
        Part first = parts.removeFirst();
        if (!first.name().equals(EVENT)) {
            throw CaptureRefused.invalid("first part must be 'event'");
        }
        ObjectNode event = object(first, LARGEST_EVENT);
        identify(event);
        ObjectNode properties = properties(event, first.content().length);
        parts.stream().map(Blob::of).forEach(blob -> add(blob, properties));
        event.set("properties", properties);
        return event;
    }

    private static void identify(ObjectNode event) {
        require(AiEvents.NAMES.contains(event.path("event").asText()), "event is not the name of an AI event");
        require(event.path("distinct_id").isTextual(), "event submitted without a distinct_id");
        require(!event.path("uuid").asText("").isEmpty(), "event submitted without a uuid");
    }

    private ObjectNode properties(ObjectNode event, int size) {
        boolean apart = !parts.isEmpty() && parts.getFirst().name().equals(PROPERTIES);
        require(!apart || !event.has("properties"), "properties stand both in the event and apart");
        ObjectNode properties = apart
                ? object(parts.removeFirst(), LARGEST_EVENT_AND_PROPERTIES - size)
                : embedded(event.path("properties"));
        boolean model = properties.path("$ai_model").isTextual()
                && !properties.path("$ai_model").textValue().isBlank();
        require(model || !WITH_MODEL.contains(event.path("event").asText()), "$ai_model is missing");
        return properties;
    }

    private static ObjectNode embedded(JsonNode properties) {
        require(properties.isObject(), "event submitted without properties");
        return (ObjectNode) properties;
    }

    private void add(Blob blob, ObjectNode properties) {
        if (properties.has(blob.property())) {
            throw blob.part().refused("repeats a property");
        }
        properties.set(blob.property(), blob.value(limits));
    }

    private static ObjectNode object(Part part, int largest) {
        if (part.content().length > largest) {
            throw CaptureRefused.tooLarge();
        }
        if (JsonDocument.read(part.content()) instanceof ObjectNode object) {
            return object;
        }
        throw part.refused("is not an object");
    }

    private static void require(boolean holds, String flaw) {
        if (!holds) {
            throw CaptureRefused.invalid(flaw);
        }
    }
}
