package dev.sightline.observability.capture.otel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A conversation from the form of the conventions, {@code {role, parts}}, to that of AI events, {@code {role, content}}.
 */
final class Messages {

    private Messages() {}

    /** Messages that already have a content, and what is no list of messages, come back as they are. */
    static JsonNode of(JsonNode sent) {
        if (!sent.isArray()) {
            return sent;
        }
        ArrayNode messages = JsonNodeFactory.instance.arrayNode();
        sent.forEach(message -> messages.add(message(message)));
        return messages;
    }

    private static JsonNode message(JsonNode sent) {
        if (!sent.path("parts").isArray() || sent.has("content")) {
            return sent;
        }
        ObjectNode message = sent.deepCopy();
        message.set("content", content(message.remove("parts")));
        return message;
    }

    private static JsonNode content(JsonNode parts) {
        if (parts.size() == 1 && isText(parts.get(0))) {
            return parts.get(0).get("content");
        }
        ArrayNode blocks = JsonNodeFactory.instance.arrayNode();
        parts.forEach(part -> blocks.add(block(part)));
        return blocks;
    }

    private static boolean isText(JsonNode part) {
        return "text".equals(part.path("type").asText()) && part.path("content").isTextual();
    }

    private static JsonNode block(JsonNode part) {
        if (isText(part)) {
            ObjectNode text = part.deepCopy();
            text.set("text", text.remove("content"));
            return text;
        }
        return "tool_call".equals(part.path("type").asText()) ? call(part) : part;
    }

    private static ObjectNode call(JsonNode part) {
        ObjectNode call = JsonNodeFactory.instance.objectNode();
        call.put("type", "function").set("id", part.path("id"));
        ObjectNode function = call.putObject("function");
        function.set("name", part.path("name"));
        function.set("arguments", part.path("arguments"));
        return call;
    }
}
