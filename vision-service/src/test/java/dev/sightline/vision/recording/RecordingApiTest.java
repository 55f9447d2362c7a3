package dev.sightline.vision.recording;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.event.EventCaptured;
import dev.sightline.event.Topic;
import dev.sightline.json.Json;
import dev.sightline.testing.TopicReader;
import dev.sightline.vision.analysis.DemoSession;
import dev.sightline.vision.observation.Visit;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recordings over the API: listed, watched, played, removed and expired. */
@QuarkusTest
class RecordingApiTest {

    private static final DemoSession KETTLE = DemoSession.of("kettle-error-leaves");
    private static final DemoSession BROWSE = DemoSession.of("browse-only");

    @Inject
    Visit visit;

    @Inject
    Pool pool;

    @Inject
    RecordingRetention retention;

    @Test
    void everySessionThatIsNewIsToldOnce() {
        String kettle = visit.record(KETTLE);
        String browse = visit.record(BROWSE);

        List<String> told = await().atMost(Duration.ofSeconds(20)).until(this::ingested, all -> all.size() >= 2);

        assertEquals(Set.of(kettle, browse), Set.copyOf(told));
        assertEquals(2, told.size());
    }

    /** The sessions of this project that are told to have been recorded. */
    private List<String> ingested() {
        try (TopicReader topic = TopicReader.of(Topic.EVENTS)) {
            return topic
                    .records(record -> record.key().startsWith(visit.project().id() + ":"))
                    .stream()
                    .map(record -> Json.read(new String(record.value(), StandardCharsets.UTF_8), EventCaptured.class))
                    .filter(event -> event.event().equals("$recording_ingested"))
                    .map(event -> event.properties().path("session_id").asText())
                    .toList();
        }
    }

    @Test
    void filtersAndOrdersTheList() {
        String kettle = visit.record(KETTLE);
        String browse = visit.record(BROWSE);

        list("order=console_error_count").body("results[0].id", equalTo(kettle));
        list("order=console_error_count&order_direction=ASC").body("results[0].id", equalTo(browse));
        list("session_ids=[\"" + browse + "\"]").body("results.id", contains(browse));
        list("distinct_ids=[\"nobody\"]").body("results", empty());
        list("date_to=2020-01-01").body("results", empty());
        list("date_from=2020-01-01T00:00:00Z").body("results.size()", equalTo(2));
        list("events=[]&filter_test_accounts=false").body("results.size()", equalTo(2));
    }

    @Test
    void filtersAsScannersDo() {
        String kettle = visit.record(KETTLE);
        visit.record(BROWSE);
        String errors = "[{\"type\":\"recording\",\"key\":\"console_error_count\",\"operator\":\"gt\",\"value\":0}]";
        String level = "[{\"type\":\"log_entry\",\"key\":\"level\",\"operator\":\"exact\",\"value\":\"error\"}]";
        String page = "[{\"id\":\"$pageview\",\"type\":\"events\"}]";
        String never = "[{\"id\":\"never heard of\",\"type\":\"events\"}]";

        list("having_predicates=" + errors).body("results.id", contains(kettle));
        list("console_log_filters=" + level).body("results.id", contains(kettle));
        list("events=" + page).body("results.size()", equalTo(2));
        list("events=" + never).body("results", empty());
        list("operand=OR&events=" + never + "&console_log_filters=" + level).body("results.id", contains(kettle));
        list("properties=[{\"key\":\"$current_url\",\"operator\":\"icontains\",\"value\":\"kettle\"}]")
                .body("results.id", contains(kettle));
        list("person_uuid=6f0e3d0a-0000-4000-8000-000000000000").body("results", empty());
        list("filter_test_accounts=true").body("results.size()", equalTo(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"start_time", "activity_score", "inactive_seconds", "recording_ttl"})
    void pagesFollowOneAnotherByCursor(String order) {
        visit.record(KETTLE);
        visit.record(BROWSE);
        visit.record(DemoSession.of("broken-link"));
        List<String> whole = list("order=" + order).extract().path("results.id");

        for (String direction : List.of("DESC", "ASC")) {
            List<String> paged = new ArrayList<>();
            String cursor = "";
            while (cursor != null) {
                ValidatableResponse page = list("limit=1&order=" + order + "&order_direction=" + direction + cursor);
                paged.addAll(page.extract().path("results.id"));
                String next = page.extract().path("next_cursor");
                cursor = next == null ? null : "&after=" + next;
            }
            assertEquals(3, paged.size(), paged::toString);
            assertEquals(Set.copyOf(whole), Set.copyOf(paged));
            if (direction.equals("DESC")) {
                assertEquals(whole, paged);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"recording_ttl", "start_time", "click_count"})
    void aCursorThatSomebodyMadeUpEndsTheList(String order) {
        visit.record(KETTLE);
        String cursor = new RecordingCursor(order + " ASC", new BigDecimal("9".repeat(18)), "x").text();

        list("order_direction=ASC&order=" + order + "&after=" + cursor).body("results", empty());
    }

    @Test
    void saysWhoWasRecorded() {
        String session = visit.record(KETTLE);
        String name = get("/" + session).then().extract().path("distinct_id");
        execute("""
                with named as (
                    insert into person_distinct_id (project_id, distinct_id, person_id)
                    select project_id, distinct_id, gen_random_uuid()
                      from recording_session where project_id = $1 and session_id = $2
                    on conflict (project_id, distinct_id) do update set distinct_id = excluded.distinct_id
                    returning project_id, person_id)
                insert into person (project_id, id, properties)
                select project_id, person_id, '{"email": "ada@example.com"}' from named
                on conflict (project_id, id) do update set properties = excluded.properties
                """, session);

        get("/" + session)
                .then()
                .header("Server-Timing", nullValue())
                .body("person.name", equalTo("ada@example.com"))
                .body("person.distinct_ids", contains(name))
                .body("has_summary", equalTo(false))
                .body("external_references", empty());
        list("limit=10").header("Server-Timing", startsWith("list;dur="));
    }

    @Test
    void deletesSeveralAtOnceAndNamesThoseThatAreNotThere() {
        String kettle = visit.record(KETTLE);
        String browse = visit.record(BROWSE);

        bulkDelete(List.of(kettle, "nobody", browse))
                .statusCode(200)
                .body("success", equalTo(true))
                .body("deleted_count", equalTo(2))
                .body("total_requested", equalTo(3))
                .body("failed_ids", contains("nobody"));

        list("limit=10").body("results", empty());
        bulkDelete(List.of()).statusCode(400).body("attr", equalTo("session_recording_ids"));
        bulkDelete(Collections.nCopies(101, "x")).statusCode(400).body("attr", equalTo("session_recording_ids"));
        visit.as().body("{}").post(path("bulk_delete")).then().statusCode(400);
    }

    private ValidatableResponse bulkDelete(List<String> ids) {
        return visit.as()
                .body(Map.of("session_recording_ids", ids))
                .post(path("bulk_delete"))
                .then();
    }

    @Test
    void aCorruptBlockIsSaidToBe() {
        String session = visit.record(KETTLE);
        execute("update recording_block set content = 'no gzip' where project_id = $1 and session_id = $2", session);

        get("/" + session + "/snapshots?source=blob_v2&start_blob_key=0&end_blob_key=0")
                .then()
                .statusCode(500)
                .body("error", equalTo("recording_block_unreadable"));
    }

    @ParameterizedTest
    @CsvSource({
        "order, order=speed",
        "order_direction, order_direction=up",
        "session_ids, session_ids=abc",
        "date_from, date_from=yesterday",
        "events, events={",
        "actions, 'actions=[{\"id\":5}]'",
        "comment_text, 'comment_text={\"key\":\"x\"}'",
        "properties, 'properties=[{\"type\":\"cohort\",\"key\":\"id\",\"value\":1}]'",
        "properties, 'properties=[{\"key\":\"a\",\"operator\":\"regex\",\"value\":\"(\"}]'",
        "having_predicates, 'having_predicates=[{\"type\":\"event\",\"key\":\"a\",\"value\":\"b\"}]'",
        "operand, operand=XOR",
        "person_uuid, person_uuid=somebody",
        "filter_test_accounts, filter_test_accounts=perhaps",
        "after, after=abc",
        "after, after=c3RhcnRfdGltZSBERVNDIDFlOTk5OSBh",
        "after, order=duration&after=c3RhcnRfdGltZSBERVNDIDEgYQ"
    })
    void namesTheFilterItCannotFollow(String attribute, String query) {
        get("?" + query).then().statusCode(400).body("attr", equalTo(attribute));
    }

    @Test
    void remembersWhoWatched() {
        String session = visit.record(KETTLE);

        visit.as()
                .body(Map.of("viewed", true))
                .patch(path(session))
                .then()
                .statusCode(200)
                .body("success", equalTo(true));

        get("/" + session).then().body("viewed", equalTo(true)).body("viewers", empty());
        visit.as().body(Map.of()).patch(path(session)).then().statusCode(400).body("attr", equalTo("viewed"));
        visit.as().body(Map.of("viewed", true)).patch(path("nobody")).then().statusCode(404);
    }

    @Test
    void playsWhatWasRecordedLineByLine() throws IOException {
        String session = visit.record(KETTLE);

        List<Map<String, String>> sources = get("/" + session + "/snapshots")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .extract()
                .path("sources");
        int last = sources.size() - 1;
        Response lines = snapshots(session, 0, last, "");
        Response packed = snapshots(session, 0, last, "&decompress=false");

        assertEquals(KETTLE.recorded().batches().size(), sources.size());
        assertEquals("blob_v2", sources.get(0).get("source"));
        assertEquals(String.valueOf(last), sources.get(last).get("blob_key"));
        assertEquals("application/jsonl", lines.contentType());
        assertEquals("application/octet-stream", packed.contentType());
        assertEquals(sent(), items(lines.asString()));
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.asByteArray()))) {
            assertArrayEquals(lines.asByteArray(), unpacked.readAllBytes());
        }
    }

    @Test
    void playsPartsThatTogetherAreTheWhole() {
        String session = visit.record(KETTLE);
        int last = KETTLE.recorded().batches().size() - 1;

        String whole = snapshots(session, 0, last, "").asString();
        StringBuilder parts = new StringBuilder();
        for (int key = 0; key <= last; key++) {
            parts.append(snapshots(session, key, key, "").asString());
        }

        assertEquals(whole, parts.toString());
        assertEquals("", snapshots(session, last + 1, last + 5, "").asString());
    }

    @ParameterizedTest
    @CsvSource({
        "source, source=blob_v1",
        "source, source=",
        "start_blob_key, source=blob_v2",
        "end_blob_key, source=blob_v2&start_blob_key=0",
        "start_blob_key, source=blob_v2&start_blob_key=x&end_blob_key=1",
        "start_blob_key, source=blob_v2&start_blob_key=-1&end_blob_key=1",
        "end_blob_key, source=blob_v2&start_blob_key=2&end_blob_key=1",
        "end_blob_key, source=blob_v2&start_blob_key=0&end_blob_key=20"
    })
    void refusesRangesThatMakeNoSense(String attribute, String query) {
        get("/any/snapshots?" + query).then().statusCode(400).body("attr", equalTo(attribute));
    }

    @Test
    void deletesARecordingForGoodAndKeepsItsObservations() {
        String session = visit.record(KETTLE);
        String scanner = visit.created(Map.of(
                "name", "m",
                "scanner_type", "monitor",
                "scanner_config", Map.of("prompt", "Any error?"),
                "provider", "local",
                "model", "local"));
        visit.observed(scanner, session, "succeeded");

        visit.as().delete(path(session)).then().statusCode(204);

        get("/" + session).then().statusCode(404).body("detail", equalTo("Recording not found"));
        get("/" + session + "/snapshots")
                .then()
                .statusCode(410)
                .body("error", equalTo("recording_deleted"))
                .body("message", equalTo("This recording has been deleted."));
        visit.as().delete(path(session)).then().statusCode(404);
        visit.observations(scanner, session).body("count", equalTo(1));
        assertEquals(0, stored(session));
        visit.send(KETTLE);
        visit.record(BROWSE);
        assertEquals(0, stored(session), "what comes in late is dropped");
    }

    @Test
    void needsTheRightToWriteToDeleteAndReport() {
        String session = visit.record(KETTLE);
        String reader = visit.project().keyWith("session_recording:read");

        for (String verb : List.of("DELETE", "PATCH")) {
            RestAssured.given()
                    .auth()
                    .oauth2(reader)
                    .contentType("application/json")
                    .body(Map.of("viewed", true))
                    .request(verb, path(session))
                    .then()
                    .statusCode(403);
        }
        get("/" + session).then().statusCode(200);
    }

    @Test
    void expiredRecordingsAreInvisibleAndRemoved() {
        String expired = visit.record(KETTLE);
        String kept = visit.record(BROWSE);
        execute("update recording_session set retention_days = 0 where project_id = $1 and session_id = $2", expired);

        get("/" + expired).then().statusCode(404);
        list("limit=10").body("results.id", contains(kept));
        assertTrue(stored(expired) > 0);
        retention.run().await().indefinitely();

        get("/" + expired + "/snapshots").then().statusCode(404);
        assertEquals(0, execute(REST, expired), "blocks go with their day");
        assertTrue(execute(REST, kept) > 0);
    }

    /** What is kept of a session besides its blocks. */
    private static final String REST = """
            select (select count(*) from recording_session where project_id = $1 and session_id = $2)
                 + (select count(*) from session_event where project_id = $1 and session_id = $2)
            """;

    private static List<JsonNode> sent() {
        List<JsonNode> items = new ArrayList<>();
        KETTLE.recorded().batches().forEach(batch -> batch.items().forEach(items::add));
        return items.stream().sorted(RecordingApiTest::byTime).toList();
    }

    /** The items of lines as rrweb's player takes them: each with a type and a time. */
    private static List<JsonNode> items(String lines) {
        return lines.lines()
                .map(line -> Json.read(line, JsonNode.class))
                .peek(line -> assertTrue(line.size() == 2 && line.get(0).isTextual()))
                .map(line -> line.get(1))
                .peek(item -> assertTrue(
                        item.path("type").isInt() && item.path("timestamp").isNumber()))
                .sorted(RecordingApiTest::byTime)
                .toList();
    }

    private static int byTime(JsonNode one, JsonNode other) {
        int order = Long.compare(
                one.path("timestamp").longValue(), other.path("timestamp").longValue());
        return order != 0 ? order : one.toString().compareTo(other.toString());
    }

    private long stored(String session) {
        return execute("""
                select (select count(*) from recording_block where project_id = $1 and session_id = $2)
                     + (select count(*) from recording_session where project_id = $1 and session_id = $2)
                     + (select count(*) from session_event where project_id = $1 and session_id = $2)
                """, session);
    }

    private long execute(String sql, String session) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(visit.project().id(), session))
                .map(rows -> rows.size() == 0 ? 0 : rows.iterator().next().getLong(0))
                .await()
                .indefinitely();
    }

    private Response snapshots(String session, int from, int to, String more) {
        Response response =
                get("/" + session + "/snapshots?source=blob_v2&start_blob_key=" + from + "&end_blob_key=" + to + more);
        response.then().statusCode(200);
        return response;
    }

    private ValidatableResponse list(String query) {
        return get("?" + query).then().statusCode(200);
    }

    private Response get(String rest) {
        return visit.as().urlEncodingEnabled(false).get(path("").replaceAll("/$", "") + encoded(rest));
    }

    private static String encoded(String query) {
        return query.replace(" ", "%20")
                .replace("[", "%5B")
                .replace("]", "%5D")
                .replace("{", "%7B")
                .replace("}", "%7D")
                .replace("\"", "%22");
    }

    private String path(String session) {
        return "/api/projects/" + visit.project().id() + "/session_recordings/" + session;
    }
}
