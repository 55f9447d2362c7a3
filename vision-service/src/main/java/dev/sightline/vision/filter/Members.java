package dev.sightline.vision.filter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The members of an object of a filter, each of a known name and the right type; null stands for absent. */
final class Members {

    private final JsonNode object;

    private Members(JsonNode object) {
        this.object = object;
    }

    /** The object's members; one that is not {@code known} is refused by name. */
    static Members of(JsonNode node, String what, Set<String> known) {
        if (!node.isObject()) {
            throw new InvalidSessionFilter(what + " must be an object.");
        }
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                throw new InvalidSessionFilter(what + " has no member '" + name + "'.");
            }
        }
        return new Members(node);
    }

    boolean has(String name) {
        return object.hasNonNull(name);
    }

    JsonNode get(String name) {
        return object.path(name);
    }

    Optional<String> text(String name) {
        return has(name)
                ? Optional.of(require(name, get(name).isTextual(), "a text").textValue())
                : Optional.empty();
    }

    boolean flag(String name) {
        return has(name)
                && require(name, get(name).isBoolean(), "true or false").booleanValue();
    }

    void number(String name) {
        require(name, !has(name) || get(name).isIntegralNumber(), "a whole number");
    }

    void object(String name) {
        require(name, !has(name) || get(name).isObject(), "an object");
    }

    /** One of a few words, or absent. */
    Optional<String> word(String name, Set<String> words) {
        Optional<String> text = text(name);
        require(name, text.isEmpty() || words.contains(text.get()), "one of " + String.join(", ", words));
        return text;
    }

    /** The elements of a list; none if it is absent. */
    List<JsonNode> list(String name) {
        List<JsonNode> elements = new ArrayList<>();
        if (has(name)) {
            require(name, get(name).isArray(), "a list").forEach(elements::add);
        }
        return elements;
    }

    List<String> texts(String name) {
        return list(name).stream().map(node -> text(name, node)).toList();
    }

    private String text(String name, JsonNode node) {
        require(name, node.isTextual(), "a list of texts");
        return node.textValue();
    }

    Optional<UUID> uuid(String name) {
        return text(name).map(text -> {
            try {
                return UUID.fromString(text);
            } catch (IllegalArgumentException e) {
                throw new InvalidSessionFilter("'" + name + "' must be a UUID.");
            }
        });
    }

    private JsonNode require(String name, boolean holds, String what) {
        if (!holds) {
            throw new InvalidSessionFilter("'" + name + "' must be " + what + ".");
        }
        return get(name);
    }
}
