package dev.sightline.local.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes values of the contract's shapes that fit the document's schemas as well. */
record Sample(JsonNode document) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** A value of a shape: members as they are, and for the name of a type a value of it. */
    JsonNode of(JsonNode shape, JsonNode schema) {
        return of(shape, schema, "");
    }

    private JsonNode of(JsonNode shape, JsonNode schema, String member) {
        JsonNode known = resolved(schema);
        if (shape.isObject()) {
            ObjectNode object = JSON.objectNode();
            shape.properties()
                    .forEach(part -> object.set(
                            part.getKey(),
                            of(part.getValue(), known.path("properties").path(part.getKey()), part.getKey())));
            return object;
        }
        if (shape.isArray()) {
            ArrayNode array = JSON.arrayNode();
            shape.forEach(part -> array.add(of(part, known.path("items"), member)));
            return array;
        }
        return known.has("enum") ? known.at("/enum/0") : value(type(shape.asText(), known), member);
    }

    private JsonNode resolved(JsonNode schema) {
        return schema.has("$ref")
                ? resolved(document.at(schema.path("$ref").asText().substring(1)))
                : schema;
    }

    /** The contract calls some instants and identifiers texts, and leaves open what some values are. */
    private static String type(String named, JsonNode schema) {
        String format = schema.path("format").asText();
        if (named.equals("string") && !format.isEmpty()) {
            return format;
        }
        return named.equals("any") ? schema.path("type").asText() : named;
    }

    private static JsonNode value(String type, String member) {
        return switch (type) {
            case "uuid" -> JSON.textNode("01a1fdcc-c551-744c-8056-c33a3228f3ef");
            case "date-time" -> JSON.textNode("2026-03-02T09:30:00Z");
            case "integer" -> JSON.numberNode(1);
            case "number" -> JSON.numberNode(0.5);
            case "boolean" -> JSON.booleanNode(true);
            case "string" -> text(member);
            case "array" -> JSON.arrayNode();
            case "object" -> JSON.objectNode();
            default -> JSON.nullNode();
        };
    }

    /** Links to other pages are null on the only one. */
    private static JsonNode text(String member) {
        return member.equals("next") || member.equals("previous") ? JSON.nullNode() : JSON.textNode(member);
    }
}
