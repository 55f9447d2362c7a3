package dev.sightline.observability.capture.otel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import dev.sightline.json.Json;
import java.util.stream.StreamSupport;

/** How an attribute's value becomes a property's. What does not fit the reading stays as it was sent. */
enum Reading {
    AS_SENT {
        @Override
        JsonNode of(JsonNode value) {
            return value;
        }
    },

    /** Whole numbers arrive as text. */
    NUMBER {
        @Override
        JsonNode of(JsonNode value) {
            try {
                return value.isTextual() ? LongNode.valueOf(Long.parseLong(value.textValue())) : value;
            } catch (NumberFormatException e) {
                return fraction(value);
            }
        }
    },

    /** The conventions put structured values into texts where a language cannot send them otherwise. */
    JSON {
        @Override
        JsonNode of(JsonNode value) {
            return parsed(value);
        }
    },

    MESSAGES {
        @Override
        JsonNode of(JsonNode value) {
            return Messages.of(parsed(value));
        }
    },

    /** The first of a list. */
    FIRST {
        @Override
        JsonNode of(JsonNode value) {
            return value.isArray() && !value.isEmpty() ? value.get(0) : value;
        }
    };

    abstract JsonNode of(JsonNode value);

    private static JsonNode fraction(JsonNode text) {
        try {
            double number = Double.parseDouble(text.textValue());
            return Double.isFinite(number) ? DoubleNode.valueOf(number) : text;
        } catch (NumberFormatException e) {
            return text;
        }
    }

    /** A content of several blocks, also if it was sent as a text; any other text is what somebody said. */
    static JsonNode blocks(JsonNode content) {
        JsonNode parsed = parsed(content);
        boolean several = parsed.isArray()
                && !parsed.isEmpty()
                && StreamSupport.stream(parsed.spliterator(), false).allMatch(JsonNode::isObject);
        return several ? parsed : content;
    }

    static JsonNode parsed(JsonNode value) {
        String text = value.isTextual() ? value.textValue().strip() : "";
        if (!text.startsWith("[") && !text.startsWith("{")) {
            return value;
        }
        try {
            return Json.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            return value;
        }
    }
}
