package dev.sightline.signals.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.json.Json;
import java.util.List;

/** Reads members of a model's answer, and writes the schemas that ask for them. */
final class Answers {

    private Answers() {}

    static String text(JsonNode answer, String member) {
        String text = plain(answer.path(member));
        if (text.isEmpty()) {
            throw new UnfitAnswer("`" + member + "` must be a text that is not blank.");
        }
        return text;
    }

    /** A text without blanks around it and without NUL, which no database takes; empty if it is none. */
    static String plain(JsonNode value) {
        return value.isTextual() ? value.textValue().replace("\0", "").strip() : "";
    }

    static String text(JsonNode answer, String member, int max) {
        String text = text(answer, member);
        if (text.length() > max) {
            throw new UnfitAnswer("`" + member + "` must have at most " + max + " characters.");
        }
        return text;
    }

    static boolean flag(JsonNode answer, String member) {
        if (!answer.path(member).isBoolean()) {
            throw new UnfitAnswer("`" + member + "` must be true or false.");
        }
        return answer.path(member).booleanValue();
    }

    static String choice(JsonNode answer, String member, List<String> allowed) {
        String text = text(answer, member);
        if (!allowed.contains(text)) {
            throw new UnfitAnswer("`" + member + "` must be one of " + String.join(", ", allowed) + ".");
        }
        return text;
    }

    /** A schema of an object with exactly these members, asked for in this order; some providers take no other. */
    static ObjectNode schema(List<Property> properties) {
        ObjectNode schema =
                Json.mapper().createObjectNode().put("type", "object").put("additionalProperties", false);
        ObjectNode members = schema.putObject("properties");
        properties.forEach(property -> members.set(property.name(), property.schema()));
        properties.forEach(property -> schema.withArray("required").add(property.name()));
        return schema;
    }

    /** A member of a schema. */
    record Property(String name, ObjectNode schema) {

        static Property of(String name, String type) {
            return new Property(name, Json.mapper().createObjectNode().put("type", type));
        }

        static Property choice(String name, List<String> allowed) {
            Property property = of(name, "string");
            allowed.forEach(property.schema().withArray("enum")::add);
            return property;
        }
    }
}
