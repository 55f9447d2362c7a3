package dev.sightline.observability.capture.otel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Instructions that the conventions keep apart from the conversation they stand before. */
final class SystemInstructions {

    private static final String ATTRIBUTE = "gen_ai.system_instructions";
    private static final String INPUT = "$ai_input";
    private static final String SYSTEM = "system";

    private SystemInstructions() {}

    /** Makes them the first message, unless the conversation has one of theirs or is no list. */
    static void prepend(ObjectNode properties) {
        JsonNode sent = properties.path(ATTRIBUTE);
        JsonNode input = properties.path(INPUT);
        boolean first =
                input.isArray() && !SYSTEM.equals(input.path(0).path("role").asText());
        if (!JsonShape.absent(sent) && (first || JsonShape.absent(input))) {
            properties.remove(ATTRIBUTE);
            ArrayNode messages = JsonNodeFactory.instance.arrayNode().add(message(sent));
            input.forEach(messages::add);
            properties.set(INPUT, messages);
        }
    }

    private static JsonNode message(JsonNode sent) {
        JsonNode parts = Reading.parsed(sent);
        ObjectNode message = JsonNodeFactory.instance.objectNode().put("role", SYSTEM);
        message.set(parts.isArray() ? "parts" : "content", parts);
        return Messages.of(JsonNodeFactory.instance.arrayNode().add(message)).get(0);
    }
}
