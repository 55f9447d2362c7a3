package dev.sightline.signals.scout.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.json.Json;
import dev.sightline.signals.scout.profile.Coverage.State;
import java.time.Instant;

/** An inventory in the making: its sections and what is behind each. */
final class Inventory {

    private final ObjectNode sections = Json.mapper().createObjectNode();
    private final Coverage coverage = new Coverage();
    private final Instant now;

    Inventory(Instant now) {
        this.now = now;
        for (Section section : Section.values()) {
            sections.set(section.wireName(), section.empty());
            coverage.put(section.wireName(), State.NOT_CONNECTED, null);
        }
    }

    /** A section of our own. */
    Inventory put(String section, JsonNode content, State state) {
        sections.set(section, content);
        coverage.put(section, state, now);
        return this;
    }

    /** What stands in a section of our own may not be all any more. */
    void doubt(String section) {
        coverage.put(section, State.STALE, now);
    }

    /** A section that was handed in; one that is too old is out of date and shows nothing. */
    void handedIn(Section section, JsonNode content, Instant at, boolean stale) {
        sections.set(section.wireName(), stale ? section.empty() : content);
        coverage.put(section.wireName(), stale ? State.STALE : State.INGESTED, at);
    }

    /** The payload of a profile. */
    ObjectNode payload() {
        ObjectNode payload = Json.mapper().createObjectNode();
        payload.set("inventory", sections);
        payload.set("coverage", coverage.json());
        return payload;
    }
}
