package dev.sightline.signals.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.json.Json;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxonomyTest {

    private static final String GITHUB = """
            {"html_url": "https://github.example/acme/shop/issues/7", "number": 7, "labels": ["bug"],
             "created_at": "2026-01-02T00:00:00Z", "updated_at": "2026-01-02T00:00:00Z", "locked": false, "state": "open"}
            """;
    private static final String LINEAR = """
            {"url": "u", "identifier": "SHOP-7", "number": 7, "priority": 2, "priority_label": "High", "labels": [],
             "state_name": null, "state_type": null, "team_name": null, "created_at": "c", "updated_at": "u"}
            """;
    private static final String FINDING = """
            {"scanner_id": "s", "scanner_name": "n", "scanner_type": "monitor", "observation_id": "o",
             "session_id": "x", "confidence": 0.9, "problem_type": "bug", "start_time": 1, "end_time": 2.5, "url": "/cart"}
            """;
    private static final String SCOUT = """
            {"scout_run_id": "r", "task_run_id": "t", "finding_id": "f", "skill_name": "s", "skill_version": 1,
             "confidence": 0.5, "evidence": [{"source_product": "logs", "summary": "many"}], "severity": "P1",
             "time_range": {"date_from": "a", "date_to": "b"}}
            """;

    @Test
    void acceptsTheCoreTableAndThreeTrackers() {
        assertEquals(18, Taxonomy.pairs().size());
        for (String pair : new String[] {"jira/issue", "gitlab/issue", "sentry/issue", "logs/alert_state_change"}) {
            assertTrue(Taxonomy.emits(SignalSource.parse(pair)), pair);
        }
    }

    @Test
    void aPairThatIsConfigurationOnlyEmitsNothing() {
        SignalSource cluster = SignalSource.parse("session_replay/session_analysis_cluster");

        assertTrue(Taxonomy.knows(cluster));
        assertFalse(Taxonomy.emits(cluster));
        assertEquals("source_type", attr("session_replay/session_analysis_cluster", "{}"));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
                    asana/task, source_product
                    github/ticket, source_type
                    """)
    void namesTheUnknownHalfOfAPair(String pair, String attr) {
        assertEquals(attr, attr(pair, "{}"));
    }

    @Test
    void acceptsWhatTheSourcesSend() {
        assertEquals(Optional.empty(), violation("github/issue", GITHUB));
        assertEquals(Optional.empty(), violation("linear/issue", LINEAR));
        assertEquals(Optional.empty(), violation("replay_vision/scanner_finding", FINDING));
        assertEquals(Optional.empty(), violation("signals_scout/cross_source_issue", SCOUT));
    }

    @Test
    void anOptionalMemberMayBeNullAndARequiredOneOnlyWhereTheTableSaysSo() {
        assertEquals(Optional.empty(), violation("github/issue", with(GITHUB, "author_login", "null")));
        assertEquals("null", code("github/issue", with(GITHUB, "state", "null")));
        assertEquals("required", code("linear/issue", without(LINEAR, "state_name")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    github/issue                     | number      | "7"                                   | extra__number
                    github/issue                     | number      | 7.5                                   | extra__number
                    github/issue                     | locked      | 0                                     | extra__locked
                    github/issue                     | labels      | "bug"                                 | extra__labels
                    github/issue                     | labels      | ["bug", 1]                            | extra__labels__1
                    github/issue                     | labels      | [null]                                | extra__labels__0
                    github/issue                     | colour      | "red"                                 | extra__colour
                    replay_vision/scanner_finding    | confidence  | "high"                                | extra__confidence
                    signals_scout/cross_source_issue | severity    | "P5"                                  | extra__severity
                    signals_scout/cross_source_issue | evidence    | [{"source_product": "logs"}]          | extra__evidence__0__summary
                    signals_scout/cross_source_issue | evidence    | [7]                                   | extra__evidence__0
                    signals_scout/cross_source_issue | time_range  | {"date_from": "a", "date_to": "b", "tz": "UTC"} | extra__time_range__tz
                    """)
    void theFaultNamesItsField(String pair, String member, String value, String attr) {
        String valid =
                switch (pair) {
                    case "github/issue" -> GITHUB;
                    case "replay_vision/scanner_finding" -> FINDING;
                    default -> SCOUT;
                };

        assertEquals(attr, attr(pair, with(valid, member, value)));
    }

    @Test
    void extraMustBeAnObject() {
        assertEquals("extra", attr("github/issue", "[]"));
    }

    private static String with(String object, String member, String value) {
        ObjectNode changed = Json.read(object, ObjectNode.class);
        changed.set(member, Json.read(value, JsonNode.class));
        return changed.toString();
    }

    private static String without(String object, String member) {
        return Json.read(object, ObjectNode.class).without(member).toString();
    }

    private static String attr(String pair, String extra) {
        return violation(pair, extra).orElseThrow().attr();
    }

    private static String code(String pair, String extra) {
        return violation(pair, extra).orElseThrow().code();
    }

    private static Optional<Violation> violation(String pair, String extra) {
        return Taxonomy.violation(SignalSource.parse(pair), Json.read(extra, JsonNode.class));
    }
}
