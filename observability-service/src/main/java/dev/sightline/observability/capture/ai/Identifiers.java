package dev.sightline.observability.capture.ai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The ids that tie AI events together are text: a client that sends a number means its digits. */
final class Identifiers {

    private static final List<String> NAMES =
            List.of("$ai_trace_id", "$ai_parent_id", "$ai_span_id", "$ai_generation_id", "$ai_session_id");

    private Identifiers() {}

    /** Turns numbers and booleans into text and takes objects and lists away; tells how many it took. */
    static int toText(ObjectNode properties) {
        int removed = 0;
        for (String name : NAMES) {
            JsonNode id = properties.path(name);
            if (id.isContainerNode()) {
                properties.remove(name);
                removed++;
            } else if (id.isNumber() || id.isBoolean()) {
                properties.put(name, id.asText());
            }
        }
        return removed;
    }
}
