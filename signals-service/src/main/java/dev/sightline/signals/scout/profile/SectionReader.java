package dev.sightline.signals.scout.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.api.ApiException;
import dev.sightline.json.Json;

/** Reads a section that was handed in, strictly; what is over its cap is left out, the counts stay as told. */
final class SectionReader {

    private SectionReader() {}

    /** The section as it is kept; a 400 for one that is not as it should be. */
    static JsonNode read(Section section, JsonNode sent) {
        if (section.counts().isEmpty()) {
            return entries(section, sent, section.wireName());
        }
        ObjectNode kept = Json.mapper().createObjectNode();
        for (String count : section.counts()) {
            kept.put(count, count(sent.path(count), count));
        }
        kept.set("recent", entries(section, sent.path("recent"), "recent"));
        return kept;
    }

    private static int count(JsonNode sent, String name) {
        if (!sent.isInt() || sent.intValue() < 0) {
            throw ApiException.invalid(name, "A count that is zero or more is required.");
        }
        return sent.intValue();
    }

    private static ArrayNode entries(Section section, JsonNode sent, String name) {
        if (!sent.isArray()) {
            throw ApiException.invalid(name, "not_a_list", "A list is required.");
        }
        ArrayNode kept = Json.mapper().createArrayNode();
        for (int i = 0; i < sent.size(); i++) {
            ObjectNode entry = entry(section, sent.get(i), name + "__" + i);
            if (i < section.cap()) {
                kept.add(entry);
            }
        }
        return kept;
    }

    private static ObjectNode entry(Section section, JsonNode sent, String path) {
        ObjectNode kept = Json.mapper().createObjectNode();
        for (EntryMember member : section.members()) {
            JsonNode value = sent.path(member.name());
            if (!member.allows(value)) {
                throw ApiException.invalid(
                        path + "__" + member.name(), "A value of type " + member.type() + " is required.");
            }
            kept.set(member.name(), value.isMissingNode() ? Json.mapper().nullNode() : value);
        }
        return kept;
    }
}
