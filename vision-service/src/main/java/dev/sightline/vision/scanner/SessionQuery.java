package dev.sightline.vision.scanner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.api.ApiException;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * The {@code query} of a scanner as it is stored: what the client sent, without the dates, because the schedule owns
 * time (spec/vision.md 5).
 */
final class SessionQuery {

    private static final String ATTR = "query";

    private static final Set<String> LISTS = Set.of(
            "events",
            "actions",
            "properties",
            "console_log_filters",
            "having_predicates",
            "session_ids",
            "distinct_ids");

    private static final Set<String> OTHERS = Set.of(
            "kind",
            "date_from",
            "date_to",
            "comment_text",
            "filter_test_accounts",
            "operand",
            "person_uuid",
            "order",
            "order_direction",
            "limit",
            "offset",
            "after",
            "session_recording_id",
            "user_modified_filters",
            "experiment_exposure",
            "tags",
            "modifiers",
            "version");

    private SessionQuery() {}

    /** The query to store. A 400 on {@code query} if it is not one. */
    static ObjectNode checked(JsonNode sent) {
        if (!(sent instanceof ObjectNode)) {
            throw invalid("must be an object");
        }
        ObjectNode query = sent.deepCopy();
        query.remove(List.of("date_from", "date_to"));
        checkKind(query.path("kind"));
        for (Iterator<String> names = query.fieldNames(); names.hasNext(); ) {
            checkMember(query, names.next());
        }
        checkOperand(query.path("operand"));
        return query;
    }

    private static void checkKind(JsonNode kind) {
        if (!kind.isMissingNode() && !kind.asText().equals("RecordingsQuery")) {
            throw invalid("kind must be RecordingsQuery");
        }
    }

    private static void checkMember(ObjectNode query, String name) {
        JsonNode value = query.get(name);
        if (LISTS.contains(name) && !value.isArray() && !value.isNull()) {
            throw invalid(name + " must be a list");
        }
        if (!LISTS.contains(name) && !OTHERS.contains(name)) {
            throw invalid("has no member " + name);
        }
    }

    private static void checkOperand(JsonNode operand) {
        if (!operand.isMissingNode()
                && !operand.isNull()
                && !Set.of("AND", "OR").contains(operand.asText())) {
            throw invalid("operand must be AND or OR");
        }
    }

    private static ApiException invalid(String complaint) {
        return ApiException.invalid(ATTR, "The session filter is invalid: " + complaint + ".");
    }
}
