package dev.sightline.vision.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.api.PageRequest;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;

/**
 * Which recordings are asked for, in which order, and how many of them.
 *
 * @param query the members of a recordings query that filter
 */
record RecordingQuestion(ObjectNode query, RecordingOrder order, PageRequest page) {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 1_000;
    private static final List<String> NO_FILTERS = List.of("order", "order_direction", "after", "limit", "offset");

    /** The question that the parameters of a list ask. */
    static RecordingQuestion of(UriInfo uri) {
        return new RecordingQuestion(
                RecordingQuery.of(uri), RecordingOrder.of(uri), PageRequest.of(uri, DEFAULT_LIMIT, MAX_LIMIT));
    }

    /** The question that a whole recordings query asks. */
    static RecordingQuestion of(ObjectNode query, UriInfo uri) {
        RecordingOrder order =
                RecordingOrder.of(text(query, "order"), text(query, "order_direction"), text(query, "after"));
        return new RecordingQuestion(query.deepCopy().remove(NO_FILTERS), order, page(query, uri));
    }

    private static Optional<String> text(JsonNode query, String name) {
        return query.hasNonNull(name) ? Optional.of(query.get(name).asText()) : Optional.empty();
    }

    private static PageRequest page(JsonNode query, UriInfo uri) {
        int limit = query.path("limit").asInt();
        return new PageRequest(
                limit < 1 ? DEFAULT_LIMIT : Math.min(limit, MAX_LIMIT),
                Math.max(0, query.path("offset").asLong()),
                PageRequest.of(uri).link());
    }
}
