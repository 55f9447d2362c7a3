package dev.sightline.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Reduces the stored picture of a person to the four members that answers show (spec/platform.md A.8). */
final class Hedgehog {

    private static final List<String> APPEARANCE = List.of("color", "accessories", "skin");

    private Hedgehog() {}

    /** The shown part; null if nothing is stored or what is stored is no object. */
    static ObjectNode shown(JsonNode stored) {
        if (stored == null || !stored.isObject() || stored.isEmpty()) {
            return null;
        }
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.set("use_as_profile", stored.get("use_as_profile"));
        JsonNode appearance = stored.path("version").asInt() == 2 ? stored.path("actor_options") : stored;
        APPEARANCE.forEach(name -> shown.set(name, appearance.get(name)));
        return shown;
    }
}
