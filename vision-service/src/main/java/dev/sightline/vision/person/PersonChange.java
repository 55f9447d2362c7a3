package dev.sightline.vision.person;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.event.EventCaptured;
import java.util.LinkedHashSet;
import java.util.Set;

/** What events say of one person, one after the other. */
final class PersonChange {

    private final ObjectNode set = JsonNodeFactory.instance.objectNode();
    private final ObjectNode setOnce = JsonNodeFactory.instance.objectNode();
    private final Set<String> unset = new LinkedHashSet<>();

    /** Whether the event says anything of a person at all. */
    static boolean isIn(EventCaptured event) {
        ObjectNode properties = event.properties();
        return properties.path("$process_person_profile").asBoolean(true)
                && (properties.path("$set").isObject()
                        || properties.path("$set_once").isObject()
                        || properties.path("$unset").isArray()
                        || PersonMerge.isIn(event));
    }

    void add(EventCaptured event) {
        event.properties().path("$set_once").properties().forEach(member -> {
            if (!unset.contains(member.getKey()) && !setOnce.has(member.getKey())) {
                setOnce.set(member.getKey(), member.getValue());
            }
        });
        event.properties().path("$set").properties().forEach(member -> {
            unset.remove(member.getKey());
            set.set(member.getKey(), member.getValue());
        });
        event.properties().path("$unset").forEach(this::unset);
    }

    private void unset(JsonNode name) {
        if (name.isTextual()) {
            set.remove(name.textValue());
            setOnce.remove(name.textValue());
            unset.add(name.textValue());
        }
    }

    ObjectNode set() {
        return set;
    }

    ObjectNode setOnce() {
        return setOnce;
    }

    String[] unset() {
        return unset.toArray(String[]::new);
    }
}
