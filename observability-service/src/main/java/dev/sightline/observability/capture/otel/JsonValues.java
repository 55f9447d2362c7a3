package dev.sightline.observability.capture.otel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;

/** Attribute values from OTLP's JSON, to the same form as {@link ProtobufValues}. */
final class JsonValues {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private JsonValues() {}

    /** The list {@code attributes} of an object, as one object. */
    static ObjectNode attributes(JsonNode of) {
        return pairs(of, "attributes");
    }

    private static ObjectNode pairs(JsonNode in, String name) {
        ObjectNode object = JSON.objectNode();
        JsonShape.objects(in, name).forEach(pair -> object.set(key(pair), value(JsonShape.object(pair, "value"))));
        return object;
    }

    private static String key(JsonNode pair) {
        if (!pair.path("key").isTextual()) {
            throw JsonShape.wrong("key", "a text");
        }
        return pair.path("key").textValue();
    }

    private static JsonNode value(JsonNode value) {
        Iterator<Map.Entry<String, JsonNode>> members = value.properties().iterator();
        return members.hasNext() ? value(members.next()) : JSON.nullNode();
    }

    private static JsonNode value(Map.Entry<String, JsonNode> member) {
        JsonNode value = member.getValue();
        return switch (member.getKey()) {
            case "stringValue" -> require(value, value.isTextual(), "stringValue");
            case "boolValue" -> require(value, value.isBoolean(), "boolValue");
            case "intValue" -> integer(value);
            case "doubleValue" -> number(value);
            case "arrayValue" -> array(require(value, value.isObject(), "arrayValue"));
            case "kvlistValue" -> pairs(require(value, value.isObject(), "kvlistValue"), "values");
            case "bytesValue" -> hex(value);
            default -> JSON.nullNode();
        };
    }

    private static JsonNode require(JsonNode value, boolean fits, String name) {
        if (!fits) {
            throw JsonShape.wrong(name, "of its type");
        }
        return value;
    }

    private static JsonNode integer(JsonNode value) {
        try {
            return JSON.textNode(Long.toString(Long.parseLong(value.asText())));
        } catch (NumberFormatException e) {
            throw JsonShape.wrong("intValue", "a whole number");
        }
    }

    private static JsonNode number(JsonNode value) {
        try {
            return ProtobufValues.number(value.isNumber() ? value.doubleValue() : Double.parseDouble(value.asText()));
        } catch (NumberFormatException e) {
            throw JsonShape.wrong("doubleValue", "a number");
        }
    }

    private static ArrayNode array(JsonNode value) {
        ArrayNode array = JSON.arrayNode();
        JsonShape.objects(value, "values").forEach(item -> array.add(value(item)));
        return array;
    }

    private static JsonNode hex(JsonNode value) {
        try {
            return JSON.textNode(HexFormat.of().formatHex(Base64.getDecoder().decode(value.asText())));
        } catch (IllegalArgumentException e) {
            throw JsonShape.wrong("bytesValue", "base64");
        }
    }
}
