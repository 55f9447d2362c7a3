package dev.sightline.vision.filter;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.Json;
import dev.sightline.sql.Where;
import dev.sightline.vision.VisionDatabase;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operator of a recordings query (spec/platform.md C.4) on every kind of property: each session has one value, in
 * its event, its person, its console and itself; {@code bare} has an event and nothing else.
 */
class OperatorTest {

    private static final Pool POOL = VisionDatabase.pool();
    private static final int PROJECT = VisionDatabase.newProjectId();
    private static final Instant START = Instant.now().minusSeconds(86_400);
    private static final String BARE = "bare";

    /** Where each kind keeps the value. */
    private static final Map<String, String> KEYS = Map.of(
            "event", "p",
            "person", "p",
            "session", "$entry_utm_source",
            "recording", "snapshot_source",
            "log_entry", "message");

    /** An operator, a value that is kept, a filter's value that finds it, and one that does not. */
    private record Row(String operator, String kept, String finds, String misses) {

        static Row of(String line) {
            String[] cells = line.split("\\s+\\|\\s+");
            return new Row(cells[0], cells[1], cells[2], cells[3]);
        }
    }

    private static final List<Row> ROWS = """
            exact                 | Pro                  | "Pro"           | "pro"
            is_not                | Pro                  | "free"          | "Pro"
            in                    | Pro                  | ["free","Pro"]  | ["free"]
            not_in                | Pro                  | ["free"]        | ["free","Pro"]
            icontains             | Pro                  | "RO"            | "x"
            not_icontains         | Pro                  | "x"             | "RO"
            icontains_multi       | Pro                  | ["x","RO"]      | ["x","y"]
            not_icontains_multi   | Pro                  | ["x","y"]       | ["x","RO"]
            starts_with           | Pro                  | "p"             | "r"
            not_starts_with       | Pro                  | "r"             | "p"
            ends_with             | Pro                  | "O"             | "r"
            not_ends_with         | Pro                  | "r"             | "O"
            regex                 | Pro                  | "^P.o$"         | "^p"
            not_regex             | Pro                  | "^p"            | "^P.o$"
            gt                    | 42                   | 41              | 42
            gte                   | 42                   | 42              | 43
            lt                    | 42                   | 43              | 42
            lte                   | 42                   | 42              | 41
            min                   | 42                   | 42              | 43
            max                   | 42                   | 42              | 41
            between               | 42                   | [42,43]         | [43,44]
            not_between           | 42                   | [43,44]         | [42,43]
            is_date_exact         | 2026-03-01T10:00:00Z | "2026-03-01"    | "2026-03-02"
            is_date_before        | 2026-03-01T10:00:00Z | "2026-03-02"    | "2026-03-01"
            is_date_after         | 2026-03-01T10:00:00Z | "2026-02-28"    | "2026-03-01"
            is_cleaned_path_exact | /a                   | "/a"            | "/b"
            semver_eq             | 1.2.3                | "1.2.3"         | "1.2.4"
            semver_neq            | 1.2.3                | "1.2.4"         | "1.2.3"
            semver_gt             | 1.2.3                | "1.2.2"         | "1.2.3"
            semver_gte            | 1.2.3                | "1.2.3"         | "1.2.4"
            semver_lt             | 1.2.3                | "1.2.4"         | "1.2.3"
            semver_lte            | 1.2.3                | "1.2.3"         | "1.2.2"
            semver_tilde          | 1.2.3                | "1.2.0"         | "1.3.0"
            semver_caret          | 1.2.3                | "1.0.0"         | "2.0.0"
            semver_wildcard       | 1.2.3                | "1.2.*"         | "1.3.*"
            """.lines().map(Row::of).toList();

    @BeforeAll
    static void givenSessions() {
        GivenSessions given = new GivenSessions(POOL, PROJECT);
        ROWS.forEach(row -> {
            String json = Json.write(Map.of("p", row.kept(), "utm_source", row.kept()));
            given.session(row.operator(), row.operator(), START)
                    .with(row.operator(), "snapshot_source", "'" + row.kept() + "'")
                    .event(row.operator(), "e", START, json)
                    .person(UUID.randomUUID(), row.operator(), json)
                    .console(row.operator(), "log", row.kept());
        });
        given.session(BARE, BARE, START).event(BARE, "e", START, "{}");
    }

    static Stream<Arguments> rowsOfEveryKind() {
        return KEYS.keySet().stream().sorted().flatMap(kind -> ROWS.stream().map(row -> Arguments.of(kind, row)));
    }

    @ParameterizedTest
    @MethodSource("rowsOfEveryKind")
    void anOperatorComparesWhateverKindOfPropertyItIsGiven(String kind, Row row) {
        assertEquals(1, found(row.operator(), filter(kind, row.operator(), row.finds())));
        assertEquals(0, found(row.operator(), filter(kind, row.operator(), row.misses())));
    }

    @ParameterizedTest
    @MethodSource("rowsOfEveryKind")
    void whatIsNotThereMeetsOnlyANegativeOperator(String kind, Row row) {
        boolean negative = Operator.named(row.operator()).orElseThrow().isNegative();
        boolean kept = Set.of("event", "person", "session").contains(kind);

        if (kept) {
            assertEquals(negative ? 1 : 0, found(BARE, filter(kind, row.operator(), row.finds())));
            assertEquals(negative ? 1 : 0, found(BARE, filter(kind, row.operator(), row.misses())));
        }
    }

    @Test
    void everyOperatorHasItsRow() {
        Set<String> tested = ROWS.stream().map(Row::operator).collect(toSet());
        Set<String> compared = Arrays.stream(Operator.values())
                .filter(operator -> !operator.needsNoValue())
                .map(operator -> operator.name().toLowerCase(Locale.ROOT))
                .collect(toSet());

        assertEquals(compared, tested);
    }

    private static String filter(String kind, String operator, String value) {
        return "{\"type\":\"%s\",\"key\":\"%s\",\"operator\":\"%s\",\"value\":%s}"
                .formatted(kind, KEYS.get(kind), operator, value);
    }

    private static long found(String session, String property) {
        JsonNode query =
                Json.read("{\"session_ids\":[\"" + session + "\"],\"properties\":[" + property + "]}", JsonNode.class);
        Where where = SessionFilter.read(query).restrict(Where.project("s", PROJECT));
        return POOL.preparedQuery("select count(*) from recording_session s where " + where.sql())
                .execute(where.values())
                .map(rows -> rows.iterator().next().getLong(0))
                .await()
                .indefinitely();
    }
}
