package dev.sightline.vision.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.Json;
import dev.sightline.sql.Rows;
import dev.sightline.sql.Where;
import dev.sightline.vision.VisionDatabase;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every kind and operator of filter over four sessions: {@code buyer} and {@code mixed} bought something, {@code reader}
 * read, {@code silent} sent no events.
 */
class SessionFilterTest {

    private static final Pool POOL = VisionDatabase.pool();
    private static final int PROJECT = VisionDatabase.newProjectId();
    private static final UUID ADA = UUID.fromString("00000000-0000-4000-8000-00000000000a");
    private static final Instant START =
            Instant.now().truncatedTo(ChronoUnit.DAYS).minus(2, ChronoUnit.DAYS);

    @BeforeAll
    static void givenSessions() {
        GivenSessions given = new GivenSessions(POOL, PROJECT);
        given.session("buyer", "ada", START)
                .session("reader", "bob", START.plusSeconds(1))
                .session("silent", "nobody", START.plusSeconds(2))
                .session("mixed", "eve", START.plusSeconds(3));
        given.with("buyer", "click_count", "10")
                .with("buyer", "console_error_count", "1")
                .with("reader", "urls", "array['https://shop.test/blog', 'https://shop.test/blog/2']")
                .with("silent", "snapshot_source", "'mobile'")
                .with("mixed", "active_ms", "0")
                .with("mixed", "end_time", "start_time + interval '600 seconds'");
        given.event("buyer", "purchase", START.plusSeconds(9), """
                {"amount":42,"plan":"Pro","gift":true,"version":"1.2.3","when":"2026-03-01T10:00:00Z",
                 "note":"100% off_now","nothing":null}""");
        given.event(
                "buyer",
                "$pageview",
                START.plusSeconds(1),
                "{\"$current_url\":\"https://shop.test/home?a=1\",\"utm_source\":\"google\"}");
        given.event(
                "reader",
                "$pageview",
                START.plusSeconds(2),
                "{\"$current_url\":\"https://shop.test/blog\",\"utm_source\":\"news\"}");
        given.event("reader", "$pageview", START.plusSeconds(5), "{\"$current_url\":\"https://shop.test/blog/2\"}");
        given.event(
                "mixed",
                "purchase",
                START.plusSeconds(4),
                "{\"amount\":\"7\",\"plan\":\"free\",\"version\":\"v2.0.0-beta\",\"when\":1772409600}");
        given.event("mixed", "purchase", START.plusSeconds(5), "{\"amount\":1e2,\"plan\":\"Pro\"}");
        given.event("mixed", "future", Instant.now().plus(1, ChronoUnit.DAYS), "{\"plan\":\"later\"}");
        given.console("buyer", "error", "TypeError: x is undefined")
                .console("buyer", "log", "hello")
                .console("reader", "log", "hello again");
        given.person(ADA, "ada", "{\"email\":\"ada@example.com\",\"age\":36,\"seen\":\"" + START + "\"}");
        given.person(UUID.randomUUID(), "bob", "{\"email\":\"bob@internal.test\",\"age\":\"61\"}");
        GivenSessions elsewhere = new GivenSessions(POOL, VisionDatabase.newProjectId());
        elsewhere.session("buyer", "ada", START).event("buyer", "purchase", START, "{\"plan\":\"Pro\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # nothing restricts, nothing matches
            {}                                                                 | buyer mixed reader silent
            {"kind":"RecordingsQuery","date_from":"-3d","order":"duration","limit":1} | buyer mixed reader silent
            {"properties":[{"type":"event","key":"plan"},{"key":"x","value":null},{"type":"empty"}]} | buyer mixed reader silent
            {"session_ids":[]}                                                 | ``
            # events
            {"events":[{"id":"purchase","type":"events"}]}                     | buyer mixed
            {"events":[{"id":"purchase"},{"id":"$pageview"}]}                  | buyer
            {"events":[{"id":"purchase"},{"id":"$pageview"}],"operand":"OR"}   | buyer mixed reader
            {"events":[{"id":null}]}                                           | buyer mixed reader
            {"events":[{"id":"future"}]}                                       | ``
            {"events":[{"id":"purchase","properties":[{"key":"plan","value":"Pro","operator":"is_not"}]}]} | mixed
            {"events":[{"id":"purchase","properties":[{"key":"amount","value":50,"operator":"gt"},{"key":"plan","value":"free"}]}]} | ``
            {"events":[{"id":"purchase","properties":[{"type":"person","key":"age","value":30,"operator":"gt"}]}]} | buyer
            # exact, is_not, in, not_in
            {"properties":[{"type":"event","key":"plan","value":"Pro"}]}       | buyer mixed
            {"properties":[{"type":"event","key":"plan","value":["free","x"],"operator":"exact"}]} | mixed
            {"properties":[{"type":"event","key":"plan","value":"Pro","operator":"is_not"}]} | reader
            {"properties":[{"type":"event","key":"plan","value":"Pro","operator":"is_not"}],"operand":"OR"} | buyer mixed reader
            {"properties":[{"type":"event","key":"plan","value":["free"],"operator":"in"}]} | mixed
            {"properties":[{"type":"event","key":"plan","value":["free","Pro"],"operator":"not_in"}]} | reader
            {"properties":[{"type":"event","key":"plan","value":["free","x"],"operator":"is_not"}]} | buyer reader
            {"properties":[{"type":"event","key":"plan","value":"free","operator":"in"}]} | mixed
            {"properties":[{"type":"event","key":"gift","value":"false"}]} | ``
            {"properties":[{"type":"event","key":"gift","value":"true","operator":"is_not"}]} | mixed reader
            {"properties":[{"type":"event","key":"gift","value":"true"}]}      | buyer
            {"properties":[{"type":"event","key":"gift","value":[true]}]}      | buyer
            {"properties":[{"type":"event","key":"amount","value":100}]}       | mixed
            {"properties":[{"type":"event","key":"amount","value":"42"}]}      | buyer
            {"properties":[{"type":"event","key":"$current_url","value":"https://shop.test/blog","operator":"is_cleaned_path_exact"}]} | reader
            # text
            {"properties":[{"type":"event","key":"plan","value":"PR","operator":"icontains"}]} | buyer mixed
            {"properties":[{"type":"event","key":"note","value":"100%now","operator":"icontains"}]} | buyer
            {"properties":[{"type":"event","key":"note","value":["100%now","x"],"operator":"icontains"}]} | ``
            {"properties":[{"type":"event","key":"plan","value":"P_o","operator":"icontains"}]} | buyer mixed
            {"properties":[{"type":"event","key":"plan","value":["pr","fr"],"operator":"icontains"}]} | buyer mixed
            {"properties":[{"type":"event","key":"amount","value":4,"operator":"icontains"}]} | buyer
            {"properties":[{"type":"event","key":"plan","value":"pro","operator":"not_icontains"}],"operand":"OR"} | buyer mixed reader
            {"properties":[{"type":"event","key":"note","value":"1%","operator":"starts_with"}]} | ``
            {"properties":[{"type":"event","key":"plan","value":["fr","x"],"operator":"starts_with"}]} | mixed
            {"properties":[{"type":"event","key":"plan","value":["pr","fr"],"operator":"not_icontains"}]} | reader
            {"properties":[{"type":"event","key":"plan","value":["re"],"operator":"icontains_multi"}]} | mixed
            {"properties":[{"type":"event","key":"plan","value":["re"],"operator":"not_icontains_multi"}]} | buyer reader
            {"properties":[{"type":"event","key":"$current_url","value":"HTTPS://SHOP.test/b","operator":"starts_with"}]} | reader
            {"properties":[{"type":"event","key":"$current_url","value":"/2","operator":"ends_with"}]} | reader
            {"properties":[{"type":"event","key":"plan","value":"p","operator":"not_starts_with"}]} | reader
            {"properties":[{"type":"event","key":"plan","value":"ro","operator":"not_ends_with"}]} | reader
            # regular expressions
            {"properties":[{"type":"event","key":"$current_url","value":"/blog(/\\\\d+)?$","operator":"regex"}]} | reader
            {"properties":[{"type":"event","key":"plan","value":"(?i)^PRO$","operator":"regex"}]} | buyer mixed
            {"properties":[{"type":"event","key":"note","value":"\\\\boff_now\\\\b","operator":"regex"}]} | buyer
            {"properties":[{"type":"event","key":"plan","value":"^f","operator":"not_regex"}]} | buyer reader
            {"properties":[{"type":"event","key":"plan","value":"o","operator":"not_regex"}],"operand":"OR"} | buyer mixed reader
            {"properties":[{"type":"event","key":"gift","value":".*","operator":"regex"}]} | buyer
            {"properties":[{"type":"event","key":"plan","value":["^f","^x"],"operator":"regex"}]} | mixed
            # numbers
            {"properties":[{"type":"event","key":"amount","value":42,"operator":"gt"}]} | mixed
            {"properties":[{"type":"event","key":"amount","value":"42","operator":"gte"}]} | buyer mixed
            {"properties":[{"type":"event","key":"amount","value":42,"operator":"lt"}]} | mixed
            {"properties":[{"type":"event","key":"amount","value":7,"operator":"lte"}]} | mixed
            {"properties":[{"type":"event","key":"amount","value":43,"operator":"min"}]} | mixed
            {"properties":[{"type":"event","key":"amount","value":42,"operator":"max"}]} | buyer mixed
            {"properties":[{"type":"event","key":"plan","value":0,"operator":"gt"}]} | ``
            {"properties":[{"type":"event","key":"amount","value":[40,50],"operator":"between"}]} | buyer
            {"properties":[{"type":"event","key":"amount","value":[7,100],"operator":"not_between"}]} | ``
            {"properties":[{"type":"event","key":"amount","value":[40,50],"operator":"not_between"}]} | mixed
            {"properties":[{"type":"event","key":"amount","value":["40","50"],"operator":"between"}]} | buyer
            {"properties":[{"type":"event","key":"amount","value":[1,10],"operator":"not_between"}]} | buyer mixed
            # there or not
            {"properties":[{"type":"event","key":"gift","operator":"is_set"}]} | buyer
            {"properties":[{"type":"event","key":"nothing","operator":"is_set"}]} | ``
            {"properties":[{"type":"event","key":"gift","operator":"is_not_set"}]} | mixed reader
            {"properties":[{"type":"event","key":"gift","operator":"is_not_set"}],"operand":"OR"} | buyer mixed reader
            # dates
            {"properties":[{"type":"event","key":"when","value":"2026-03-01","operator":"is_date_exact"}]} | buyer
            {"properties":[{"type":"event","key":"when","value":"2026-03-01T10:00:00Z","operator":"is_date_exact"}]} | buyer
            {"properties":[{"type":"event","key":"when","value":"2026-03-01","operator":"is_date_after"}]} | mixed
            {"properties":[{"type":"event","key":"when","value":"2026-03-02","operator":"is_date_before"}]} | buyer
            {"properties":[{"type":"event","key":"when","value":"-1000M","operator":"is_date_after"}]} | ``
            {"properties":[{"type":"person","key":"seen","value":"-7d","operator":"is_date_after"}]} | buyer
            {"properties":[{"type":"person","key":"seen","value":"-2d","operator":"is_date_exact"}]} | buyer
            {"properties":[{"type":"person","key":"seen","value":"-1q","operator":"is_date_before"}]} | ``
            {"properties":[{"type":"person","key":"seen","value":"-30h","operator":"is_date_before"}]} | buyer
            {"properties":[{"type":"person","key":"seen","value":"-90M","operator":"is_date_before"}]} | buyer
            {"properties":[{"type":"person","key":"seen","value":"-1w","operator":"is_date_after"}]} | buyer
            {"properties":[{"type":"person","key":"seen","value":"-1m","operator":"is_date_after"}]} | buyer
            {"properties":[{"type":"person","key":"seen","value":"-1y","operator":"is_date_after"}]} | buyer
            # versions
            {"properties":[{"type":"event","key":"version","value":"1.2.3","operator":"semver_eq"}]} | buyer
            {"properties":[{"type":"event","key":"version","value":"2","operator":"semver_eq"}]} | mixed
            {"properties":[{"type":"event","key":"version","value":"1.2.3","operator":"semver_neq"}]} | mixed
            {"properties":[{"type":"event","key":"version","value":"1.2.3","operator":"semver_gt"}]} | mixed
            {"properties":[{"type":"event","key":"version","value":"1.2.3","operator":"semver_gte"}]} | buyer mixed
            {"properties":[{"type":"event","key":"version","value":"1.10","operator":"semver_lt"}]} | buyer
            {"properties":[{"type":"event","key":"version","value":"1.2.3","operator":"semver_lte"}]} | buyer
            {"properties":[{"type":"event","key":"version","value":"1.2","operator":"semver_tilde"}]} | buyer
            {"properties":[{"type":"event","key":"version","value":"1.0.0","operator":"semver_caret"}]} | buyer
            {"properties":[{"type":"event","key":"version","value":"2.*","operator":"semver_wildcard"}]} | mixed
            {"properties":[{"type":"event","key":"version","value":"1.2.3-rc1","operator":"semver_eq"}]} | buyer
            {"properties":[{"type":"event","key":"version","value":"2.1","operator":"semver_caret"}]} | ``
            {"properties":[{"type":"event","key":"version","value":"1","operator":"semver_tilde"}]} | buyer
            # people
            {"properties":[{"type":"person","key":"email","value":"@example.com","operator":"ends_with"}]} | buyer
            {"properties":[{"type":"person","key":"age","value":60,"operator":"gt"}]} | reader
            {"properties":[{"type":"person","key":"email","value":"@internal","operator":"not_icontains"}]} | buyer mixed
            {"properties":[{"type":"person","key":"email","operator":"is_not_set"}]} | mixed
            {"properties":[{"type":"person","key":"email","operator":"is_set"}]} | buyer reader
            {"properties":[{"type":"person","key":"email","value":"ada@example.com","operator":"is_not"}]} | mixed reader
            {"properties":[{"type":"person","key":"age","value":[30,40],"operator":"between"}]} | buyer
            {"properties":[{"type":"person","key":"email","value":"^bob","operator":"regex"},{"type":"person","key":"age","value":36}],"operand":"OR"} | buyer reader
            {"person_uuid":"00000000-0000-4000-8000-00000000000a"}             | buyer
            {"distinct_ids":["bob","eve"]}                                     | mixed reader
            {"session_ids":["buyer","gone"]}                                   | buyer
            {"session_recording_id":"silent"}                                  | silent
            # the session as a whole
            {"properties":[{"type":"session","key":"$entry_utm_source","value":"google"}]} | buyer
            {"properties":[{"type":"session","key":"$end_current_url","value":"/2","operator":"ends_with"}]} | reader
            {"properties":[{"type":"session","key":"$pageview_count","value":1,"operator":"gt"}]} | reader
            {"properties":[{"type":"session","key":"$session_duration","value":61,"operator":"gte"}]} | mixed
            {"properties":[{"type":"session","key":"$start_timestamp","value":"-1d","operator":"is_date_after"}]} | ``
            {"properties":[{"type":"session","key":"$entry_utm_source","operator":"is_set"}]} | buyer reader
            {"properties":[{"type":"session","key":"$entry_utm_source","operator":"is_not_set"}]} | mixed silent
            {"properties":[{"type":"recording","key":"click_count","value":10}]} | buyer
            {"having_predicates":[{"type":"recording","key":"duration","value":60,"operator":"gt"}]} | mixed
            {"having_predicates":[{"key":"active_seconds","value":30,"operator":"lt"}]} | mixed
            {"having_predicates":[{"key":"click_count","value":10}]}           | buyer
            {"having_predicates":[{"key":"console_error_count","value":1,"operator":"gte"}]} | buyer
            {"having_predicates":[{"key":"activity_score","value":50,"operator":"gt"}]} | buyer reader silent
            {"having_predicates":[{"key":"inactive_seconds","value":600,"operator":"gte"}]} | mixed
            {"having_predicates":[{"key":"keypress_count","value":0,"operator":"gt"}]} | ``
            {"having_predicates":[{"key":"mouse_activity_count","value":[0,1],"operator":"between"}]} | buyer mixed reader silent
            {"having_predicates":[{"key":"console_log_count","value":0},{"key":"console_warn_count","value":1,"operator":"lt"}]} | buyer mixed reader silent
            {"having_predicates":[{"key":"snapshot_source","value":["mobile","ios"]}]} | silent
            {"having_predicates":[{"key":"snapshot_source","value":"mobile","operator":"is_not"}]} | buyer mixed reader
            {"having_predicates":[{"key":"visited_page","value":"/blog/","operator":"icontains"}]} | reader
            {"having_predicates":[{"key":"visited_page","value":"/blog","operator":"not_icontains"}]} | buyer mixed silent
            {"having_predicates":[{"key":"click_count","value":10}],"events":[{"id":"$pageview"}],"operand":"OR"} | buyer
            # the console
            {"console_log_filters":[{"type":"log_entry","key":"level","value":["error"]}]} | buyer
            {"console_log_filters":[{"key":"level","value":"info"},{"key":"message","value":"HELLO","operator":"icontains"}]} | buyer reader
            {"console_log_filters":[{"key":"level","value":"error"},{"key":"message","value":"hello","operator":"icontains"}]} | ``
            {"properties":[{"type":"log_entry","key":"message","value":"again","operator":"icontains"}]} | reader
            {"console_log_filters":[{"key":"message","value":"^TypeError","operator":"regex"}]} | buyer
            {"console_log_filters":[{"key":"level","value":"error","operator":"is_not"}]} | buyer reader
            {"console_log_filters":[{"key":"message","value":"hello","operator":"not_icontains"}]} | buyer
            {"console_log_filters":[{"key":"message","operator":"is_set"}]} | buyer reader
            # together
            {"events":[{"id":"purchase"}],"properties":[{"type":"person","key":"age","operator":"is_set"}]} | buyer
            {"events":[{"id":"purchase"}],"properties":[{"type":"person","key":"age","operator":"is_set"}],"operand":"OR"} | buyer mixed reader
            """)
    void aFilterFindsItsSessions(String query, String expected) {
        assertEquals(expected, found(read(query)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"surprise\":1}",
                "{\"kind\":\"EventsQuery\"}",
                "{\"operand\":\"XOR\"}",
                "{\"events\":{}}",
                "{\"events\":[7]}",
                "{\"events\":[{\"id\":5}]}",
                "{\"events\":[{\"id\":\"a\",\"colour\":\"red\"}]}",
                "{\"actions\":[{\"id\":5,\"type\":\"actions\"}]}",
                "{\"comment_text\":{\"key\":\"comment_text\",\"value\":\"x\"}}",
                "{\"session_ids\":[1]}",
                "{\"person_uuid\":\"ada\"}",
                "{\"filter_test_accounts\":\"yes\"}",
                "{\"limit\":\"1\"}",
                "{\"order\":\"beauty\"}",
                "{\"properties\":[{\"type\":\"cohort\",\"key\":\"id\",\"value\":1,\"operator\":\"in\"}]}",
                "{\"properties\":[{\"type\":\"group\",\"key\":\"a\",\"value\":1}]}",
                "{\"properties\":[{\"type\":\"element\",\"key\":\"text\",\"value\":\"a\"}]}",
                "{\"properties\":[{\"type\":\"hogql\",\"key\":\"1\",\"value\":1}]}",
                "{\"properties\":[{\"type\":\"feature\",\"key\":\"a\",\"value\":1}]}",
                "{\"properties\":[{\"type\":\"flag\",\"key\":\"a\",\"value\":1}]}",
                "{\"properties\":[{\"type\":\"event_metadata\",\"key\":\"a\",\"value\":1}]}",
                "{\"events\":[{\"id\":\"a\",\"properties\":[{\"type\":\"cohort\",\"key\":\"id\",\"value\":1}]}]}",
                "{\"properties\":[{\"type\":\"flag\",\"key\":\"a\",\"value\":true,\"operator\":\"flag_evaluates_to\"}]}",
                "{\"properties\":[{\"key\":\"a\",\"value\":[\"x\",\"y\"],\"operator\":\"semver_eq\"}]}",
                "{\"properties\":[{\"type\":\"unheard\",\"key\":\"a\",\"value\":1}]}",
                "{\"properties\":[{\"type\":\"session\",\"key\":\"mood\",\"value\":1}]}",
                "{\"properties\":[{\"key\":\"a\",\"value\":1,\"operator\":\"resembles\"}]}",
                "{\"properties\":[{\"key\":\"a\",\"value\":\"x\",\"operator\":\"gt\"}]}",
                "{\"properties\":[{\"key\":\"a\",\"value\":{\"b\":1}}]}",
                "{\"properties\":[{\"key\":\"a\",\"value\":[2,1],\"operator\":\"between\"}]}",
                "{\"properties\":[{\"key\":\"a\",\"value\":[1],\"operator\":\"between\"}]}",
                "{\"properties\":[{\"key\":\"a\",\"value\":\"soon\",\"operator\":\"is_date_after\"}]}",
                "{\"properties\":[{\"key\":\"a\",\"value\":\"2026-02-31\",\"operator\":\"is_date_after\"}]}",
                "{\"properties\":[{\"key\":\"a\",\"value\":\"one\",\"operator\":\"semver_eq\"}]}",
                "{\"properties\":[{\"key\":\"a\",\"value\":\"(?=x)\",\"operator\":\"regex\"}]}",
                "{\"properties\":[{\"key\":\"a\",\"value\":\"\\u0000\"}]}",
                "{\"having_predicates\":[{\"type\":\"event\",\"key\":\"a\",\"value\":1}]}",
                "{\"having_predicates\":[{\"key\":\"height\",\"value\":1}]}",
                "{\"console_log_filters\":[{\"key\":\"colour\",\"value\":\"red\"}]}",
                "{\"console_log_filters\":[{\"type\":\"event\",\"key\":\"a\",\"value\":\"red\"}]}"
            })
    void whatCannotBeEvaluatedIsRefused(String query) {
        assertThrows(InvalidSessionFilter.class, () -> read(query));
    }

    @Test
    void anActionIsNamedByItsNumber() {
        var refused = assertThrows(InvalidSessionFilter.class, () -> read("{\"actions\":[{\"id\":5}]}"));

        assertEquals("Action ID 5 does not exist!", refused.getMessage());
        assertEquals("query", refused.at("query").attr());
    }

    @Test
    void anExpressionThatIsNoneIsFoundByTheDatabase() {
        SessionFilter filter = read("{\"properties\":[{\"key\":\"a\",\"value\":\"(\",\"operator\":\"regex\"}]}");

        assertThrows(
                InvalidSessionFilter.class,
                () -> new SessionFilters(POOL, null).check(filter).await().indefinitely());
    }

    @Test
    void theProjectsOwnPeopleAreLeftOutOnRequest() {
        JsonNode own = json(
                "[{\"type\":\"person\",\"key\":\"email\",\"value\":\"@internal\",\"operator\":\"not_icontains\"}]");

        assertEquals(
                "buyer mixed", found(read("{\"filter_test_accounts\":true}").withoutTestAccounts(own)));
        assertEquals("buyer mixed reader silent", found(read("{}").withoutTestAccounts(own)));
        assertEquals(
                "buyer mixed",
                found(read("{\"filter_test_accounts\":true,\"operand\":\"OR\",\"events\":[{\"id\":null}]}")
                        .withoutTestAccounts(own)));
    }

    @Test
    void valuesNeverBecomePartOfTheStatement() {
        String hostile = "'; drop table recording_session; --";
        Where where = Where.project("s", PROJECT);
        read(Json.write(Map.of(
                        "session_ids",
                        List.of(hostile),
                        "events",
                        List.of(Map.of(
                                "id", hostile, "properties", List.of(Map.of("key", hostile, "value", hostile)))))))
                .restrict(where);

        assertFalse(where.sql().contains("drop"));
        assertTrue(where.values().size() > 3);
    }

    private static String found(SessionFilter filter) {
        Where where = filter.restrict(Where.project("s", PROJECT));
        return POOL.preparedQuery("select s.session_id from recording_session s where " + where.sql() + " order by 1")
                .execute(where.values())
                .map(rows -> Rows.list(rows, row -> row.getString(0)).stream().collect(Collectors.joining(" ")))
                .await()
                .indefinitely();
    }

    private static SessionFilter read(String query) {
        return SessionFilter.read(json(query));
    }

    private static JsonNode json(String text) {
        return Json.read(text, JsonNode.class);
    }
}
