package dev.sightline.vision.analysis.conversation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.json.Json;
import java.util.Collection;

/**
 * Builds the JSON Schema of an answer. Members are all required and keep their order: what is reasoned first is answered
 * better.
 */
final class Schema {

    private final ObjectNode properties = Json.mapper().createObjectNode();

    static ObjectNode text() {
        return type("string");
    }

    static ObjectNode text(int maxLength) {
        return type("string").put("maxLength", maxLength);
    }

    static ObjectNode oneOf(Collection<String> values) {
        ObjectNode schema = type("string");
        ArrayNode allowed = schema.putArray("enum");
        values.forEach(allowed::add);
        return schema;
    }

    static ObjectNode number(double min, double max) {
        return type("number").put("minimum", min).put("maximum", max);
    }

    static ObjectNode wholeNumber() {
        return type("integer").put("minimum", 0);
    }

    static ObjectNode list(ObjectNode items, int min, int max) {
        ObjectNode schema = type("array");
        schema.set("items", items);
        return schema.put("minItems", min).put("maxItems", max);
    }

    private static ObjectNode type(String name) {
        return Json.mapper().createObjectNode().put("type", name);
    }

    Schema with(String member, ObjectNode schema) {
        properties.set(member, schema);
        return this;
    }

    ObjectNode build() {
        ObjectNode schema = type("object");
        schema.set("properties", properties);
        ArrayNode required = schema.putArray("required");
        properties.fieldNames().forEachRemaining(required::add);
        return schema.put("additionalProperties", false);
    }
}
