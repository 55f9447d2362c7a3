package dev.sightline.vision.filter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads a recordings query: strict about its form, and clear about what cannot be evaluated here. */
final class QueryReader {

    private static final int MAX_TESTS = 100;

    private static final Set<String> MEMBERS = Set.of(
            "kind",
            "date_from",
            "date_to",
            "events",
            "actions",
            "properties",
            "console_log_filters",
            "having_predicates",
            "comment_text",
            "filter_test_accounts",
            "operand",
            "session_ids",
            "person_uuid",
            "distinct_ids",
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

    private final Members query;

    QueryReader(JsonNode query) {
        refuseNul(query);
        this.query = Members.of(query, "The session filter", MEMBERS);
    }

    /** Postgres stores no such character, and no session has it. */
    private static void refuseNul(JsonNode query) {
        if (query.toString().contains("\\u0000")) {
            throw new InvalidSessionFilter("The session filter must not contain NUL characters.");
        }
    }

    SessionFilter read() {
        checkForm();
        refuseWhatIsNotKept();
        List<SessionTest> tests = tests();
        List<SessionTest> required = required();
        if (tests.size() + required.size() > MAX_TESTS) {
            throw new InvalidSessionFilter("The session filter has more than " + MAX_TESTS + " conditions.");
        }
        Combination operand = query.word("operand", new TreeSet<>(Set.of("AND", "OR")))
                .map(Combination::valueOf)
                .orElse(Combination.AND);
        return new SessionFilter(operand, tests, required, query.flag("filter_test_accounts"));
    }

    private void checkForm() {
        query.word("kind", Set.of("RecordingsQuery"));
        query.text("date_from");
        query.text("date_to");
        query.word("order", SessionOrder.keys());
        query.word("order_direction", new TreeSet<>(Set.of("ASC", "DESC")));
        query.number("limit");
        query.number("offset");
        query.text("after");
        query.number("version");
        List.of("user_modified_filters", "tags", "modifiers", "comment_text", "experiment_exposure")
                .forEach(query::object);
    }

    private void refuseWhatIsNotKept() {
        query.list("actions").stream().findFirst().ifPresent(action -> {
            throw new InvalidSessionFilter(
                    "Action ID " + action.path("id").asText("").replaceAll("[^0-9]", "") + " does not exist!");
        });
        if (query.has("comment_text")) {
            throw new InvalidSessionFilter("Comments are not kept, so 'comment_text' cannot be evaluated.");
        }
        if (query.has("experiment_exposure")) {
            throw new InvalidSessionFilter("Experiments are not kept, so 'experiment_exposure' cannot be evaluated.");
        }
    }

    private List<SessionTest> tests() {
        List<SessionTest> tests = new ArrayList<>();
        query.list("events").forEach(entity -> tests.add(EntityReader.read(entity)));
        query.list("properties")
                .forEach(property -> PropertyReader.read(property, "event").ifPresent(tests::add));
        List<PropertyTest> console = query.list("console_log_filters").stream()
                .flatMap(property -> PropertyReader.console(property).stream())
                .toList();
        if (!console.isEmpty()) {
            tests.add(new ConsoleTest(console));
        }
        return tests;
    }

    private List<SessionTest> required() {
        List<SessionTest> required = new ArrayList<>();
        query.list("having_predicates")
                .forEach(property -> PropertyReader.recording(property).ifPresent(required::add));
        query.text("session_recording_id")
                .ifPresent(id -> required.add(new SessionIdTest("s.session_id", List.of(id))));
        if (query.has("session_ids")) {
            required.add(new SessionIdTest("s.session_id", query.texts("session_ids")));
        }
        if (!query.texts("distinct_ids").isEmpty()) {
            required.add(new SessionIdTest("s.distinct_id", query.texts("distinct_ids")));
        }
        query.uuid("person_uuid").ifPresent(id -> required.add(new PersonIdTest(id)));
        return required;
    }
}
