package dev.sightline.vision.filter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads an entity of {@code events}: an event by its name, with properties. */
final class EntityReader {

    private static final Set<String> MEMBERS = Set.of(
            "id", "name", "custom_name", "type", "order", "index", "uuid", "properties", "math", "kind", "event");

    private EntityReader() {}

    static SessionTest read(JsonNode node) {
        Members entity = Members.of(node, "An event", MEMBERS);
        entity.word("type", Set.of("events"));
        String event = entity.text("id").filter(id -> !id.isEmpty()).orElse(null);
        List<PropertyTest> properties = new ArrayList<>();
        List<SessionTest> others = new ArrayList<>();
        for (JsonNode property : entity.list("properties")) {
            PropertyReader.read(property, "event").ifPresent(test -> {
                if (test instanceof EventPropertyTest ofEvent) {
                    properties.add(ofEvent.test());
                } else {
                    others.add(test);
                }
            });
        }
        EventTest test = new EventTest(event, properties);
        if (others.isEmpty()) {
            return test;
        }
        others.add(0, test);
        return new AllOfTest(others);
    }
}
