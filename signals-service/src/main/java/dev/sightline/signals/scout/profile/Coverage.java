package dev.sightline.signals.scout.profile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.json.Json;
import dev.sightline.json.Wire;
import dev.sightline.time.Timestamps;
import java.time.Instant;

/** How much is behind each section of an inventory (spec/scouts.md 15.3). */
final class Coverage {

    /** What an empty section means. */
    enum State {
        /** There is nothing. */
        COMPLETE,
        /** Worked out from what was told, which need not be all. */
        DERIVED,
        /** Handed in by another system. */
        INGESTED,
        /** What was known is out of date. */
        STALE,
        /** Nobody told anything: no conclusion may be drawn. */
        NOT_CONNECTED
    }

    private final ObjectNode sections = Json.mapper().createObjectNode();

    /** @param asOf when the data were true; null for never */
    void put(String section, State state, Instant asOf) {
        sections.putObject(section)
                .put("state", Wire.name(state))
                .put("as_of", asOf == null ? null : Timestamps.print(asOf));
    }

    ObjectNode json() {
        return sections;
    }
}
