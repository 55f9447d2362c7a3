package dev.sightline.vision.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.api.ApiException;
import dev.sightline.api.Filters;
import dev.sightline.json.Json;
import jakarta.ws.rs.core.UriInfo;
import java.io.UncheckedIOException;
import java.util.List;

/** The recordings query in the parameters of a request: each a member, lists and objects as JSON (spec/platform.md C.2). */
final class RecordingQuery {

    private static final List<String> TEXTS =
            List.of("kind", "date_from", "date_to", "operand", "person_uuid", "session_recording_id");
    private static final List<String> STRUCTURES = List.of(
            "events",
            "actions",
            "properties",
            "console_log_filters",
            "having_predicates",
            "session_ids",
            "distinct_ids",
            "comment_text",
            "experiment_exposure");
    private static final String FLAG = "filter_test_accounts";

    private final Filters parameters;
    private final ObjectNode query = JsonNodeFactory.instance.objectNode();

    private RecordingQuery(Filters parameters) {
        this.parameters = parameters;
    }

    static ObjectNode of(UriInfo uri) {
        return new RecordingQuery(Filters.of(uri)).read();
    }

    private ObjectNode read() {
        TEXTS.forEach(name -> parameters.text(name).ifPresent(text -> query.put(name, text)));
        STRUCTURES.forEach(name -> parameters.text(name).ifPresent(text -> structure(name, text)));
        parameters.bool(FLAG).ifPresent(flag -> query.put(FLAG, flag));
        return query;
    }

    private void structure(String name, String text) {
        JsonNode json = json(name, text);
        if (!json.isNull() && !(json.isObject() && json.isEmpty())) {
            query.set(name, json);
        }
    }

    private static JsonNode json(String name, String text) {
        try {
            return Json.read(text, JsonNode.class);
        } catch (UncheckedIOException e) {
            throw ApiException.invalid(name, "Must be JSON.");
        }
    }
}
