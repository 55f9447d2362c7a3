package dev.sightline.vision.recording;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.Json;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({
        "order, order=speed",
        "order_direction, order_direction=up",
        "session_ids, session_ids=abc",
        "date_from, date_from=yesterday",
        "events, 'events=[{\"id\":\"x\"}]'",
        "person_uuid, person_uuid=6f0e3d0a-0000-4000-8000-000000000000",
        "filter_test_accounts, filter_test_accounts=true"
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
        assertTrue(lines.contentType().startsWith("text/plain"), lines.contentType());
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
        get("/" + session + "/snapshots").then().statusCode(410).body("error", equalTo("recording_deleted"));
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

        assertEquals(0, stored(expired));
        assertTrue(stored(kept) > 0);
    }

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
        return query.replace("[", "%5B")
                .replace("]", "%5D")
                .replace("{", "%7B")
                .replace("}", "%7D")
                .replace("\"", "%22");
    }

    private String path(String session) {
        return "/api/projects/" + visit.project().id() + "/session_recordings/" + session;
    }
}
