package dev.sightline.vision.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** An object of a configuration that remembers which of its members were read. */
final class ConfigObject {

    private final JsonNode json;
    private final String name;
    private final Set<String> known = new HashSet<>();

    ConfigObject(JsonNode json, String name) {
        this.json = json;
        this.name = name;
    }

    /** The member of any type, a missing node if absent. */
    JsonNode accept(String member) {
        known.add(member);
        return json.path(member);
    }

    boolean flag(String member, boolean otherwise) {
        JsonNode value = accept(member);
        require(value.isMissingNode() || value.isBoolean(), member, "true or false");
        return value.asBoolean(otherwise);
    }

    double number(String member) {
        JsonNode value = accept(member);
        require(value.isNumber() && Double.isFinite(value.doubleValue()), member, "a number");
        return value.doubleValue();
    }

    /** The text of a member; where the default is null, null may also be sent. */
    String text(String member, String otherwise) {
        JsonNode value = accept(member);
        boolean absent = value.isMissingNode() || value.isNull() && otherwise == null;
        require(absent || value.isTextual(), member, "a text");
        return absent ? otherwise : value.textValue();
    }

    void refuseUnread() {
        Set<String> unknown = new TreeSet<>();
        json.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new InvalidScannerConfig("Unknown members in " + name + ": " + String.join(", ", unknown) + ".");
        }
    }

    private void require(boolean holds, String member, String expected) {
        if (!holds) {
            throw new InvalidScannerConfig("In " + name + ", " + member + " must be " + expected + ".");
        }
    }
}
