package dev.sightline.observability.capture.otel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Conversations of the conventions up to 1.36, an event within the span for each message: its members are the event's
 * attributes, or stand in one of them as JSON. The conventions up to 1.27 had one event for all questions and one for all
 * answers.
 */
final class MessageNotes {

    private static final String INPUT = "$ai_input";
    private static final String OUTPUT = "$ai_output_choices";
    private static final String BODY = "gen_ai.event.content";

    /** What an event says, by its name. */
    static final Map<String, Kind> TABLE = Map.of(
            "gen_ai.system.message", new Kind(INPUT, "system", null),
            "gen_ai.user.message", new Kind(INPUT, "user", null),
            "gen_ai.assistant.message", new Kind(INPUT, "assistant", null),
            "gen_ai.tool.message", new Kind(INPUT, "tool", null),
            "gen_ai.choice", new Kind(OUTPUT, "assistant", null),
            "gen_ai.content.prompt", new Kind(INPUT, "user", "gen_ai.prompt"),
            "gen_ai.content.completion", new Kind(OUTPUT, "assistant", "gen_ai.completion"));

    /**
     * What an event stands for.
     *
     * @param role of the message, unless it names its own
     * @param attribute that holds whole messages; null if the event is one message
     */
    record Kind(String property, String role, String attribute) {}

    private MessageNotes() {}

    /** Sets the two properties from the events, each unless it is there or no event tells of it. */
    static void gather(ObjectNode properties, List<SpanNote> notes) {
        for (String property : List.of(INPUT, OUTPUT)) {
            ArrayNode messages = messages(property, notes);
            if (!messages.isEmpty() && !properties.hasNonNull(property)) {
                properties.set(property, messages);
            }
        }
    }

    private static ArrayNode messages(String property, List<SpanNote> notes) {
        ArrayNode messages = JsonNodeFactory.instance.arrayNode();
        for (SpanNote note : notes) {
            kind(note, property).ifPresent(kind -> add(messages, kind, note.attributes()));
        }
        return messages;
    }

    private static Optional<Kind> kind(SpanNote note, String property) {
        return Optional.ofNullable(TABLE.get(note.name()))
                .filter(kind -> kind.property().equals(property));
    }

    private static void add(ArrayNode messages, Kind kind, ObjectNode attributes) {
        if (kind.attribute() == null) {
            messages.add(message(kind, body(attributes)));
            return;
        }
        JsonNode whole = Reading.parsed(attributes.path(kind.attribute()));
        if (whole.isArray()) {
            whole.forEach(messages::add);
        } else if (!JsonShape.absent(whole)) {
            messages.add(said(kind.role(), whole));
        }
    }

    private static JsonNode body(ObjectNode attributes) {
        JsonNode body = Reading.parsed(attributes.path(BODY));
        return body.isObject() ? body : attributes;
    }

    /** An answer has its message in a member of its own. */
    private static ObjectNode message(Kind kind, JsonNode body) {
        ObjectNode message = said(body.path("role").asText(kind.role()), null);
        JsonNode inner = Reading.parsed(body.path("message"));
        if (inner.isTextual()) {
            message.set("content", inner);
        }
        copy(inner, message);
        copy(body, message);
        if (body.path("id").isTextual()) {
            message.set("tool_call_id", body.path("id"));
        }
        return message;
    }

    private static void copy(JsonNode from, ObjectNode message) {
        set(message, "content", Reading.blocks(from.path("content")));
        set(message, "tool_calls", Reading.parsed(from.path("tool_calls")));
        set(message, "finish_reason", from.path("finish_reason"));
    }

    private static void set(ObjectNode message, String member, JsonNode value) {
        if (!JsonShape.absent(value)) {
            message.set(member, value);
        }
    }

    private static ObjectNode said(String role, JsonNode content) {
        ObjectNode message = JsonNodeFactory.instance.objectNode().put("role", role);
        return content == null ? message : message.set("content", content);
    }
}
