package dev.sightline.model.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.json.Json;
import java.util.Set;

/**
 * The keywords of JSON Schema a provider understands. The others are left out: a provider would refuse the whole request
 * for one of them, and whoever asks checks the answer anyway.
 */
final class SchemaWords {

    private static final Set<String> BASE = Set.of(
            "type",
            "description",
            "enum",
            "properties",
            "required",
            "additionalProperties",
            "items",
            "anyOf",
            "format");
    private static final Set<String> BOUNDED = Set.of("minimum", "maximum", "minItems", "maxItems");

    static final SchemaWords ANTHROPIC = new SchemaWords(Set.of("const"));
    static final SchemaWords GOOGLE = new SchemaWords(BOUNDED);
    static final SchemaWords OPENAI = new SchemaWords(BOUNDED);

    private final Set<String> further;

    private SchemaWords(Set<String> further) {
        this.further = further;
    }

    ObjectNode keep(ObjectNode schema) {
        ObjectNode kept = Json.mapper().createObjectNode();
        schema.properties().stream()
                .filter(member -> BASE.contains(member.getKey()) || further.contains(member.getKey()))
                .forEach(member -> kept.set(member.getKey(), value(member.getKey(), member.getValue())));
        return kept;
    }

    private JsonNode value(String word, JsonNode value) {
        return switch (word) {
            case "properties" -> named(value);
            case "items" -> nested(value);
            case "anyOf" -> list(value);
            default -> value;
        };
    }

    private JsonNode named(JsonNode schemas) {
        ObjectNode kept = Json.mapper().createObjectNode();
        schemas.properties().forEach(schema -> kept.set(schema.getKey(), nested(schema.getValue())));
        return kept;
    }

    private JsonNode list(JsonNode schemas) {
        ArrayNode kept = Json.mapper().createArrayNode();
        schemas.forEach(schema -> kept.add(nested(schema)));
        return kept;
    }

    private JsonNode nested(JsonNode schema) {
        return schema instanceof ObjectNode object ? keep(object) : schema;
    }
}
