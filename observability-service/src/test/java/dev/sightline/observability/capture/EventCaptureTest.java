package dev.sightline.observability.capture;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.Json;
import dev.sightline.testing.Bomb;
import dev.sightline.testing.Noise;
import dev.sightline.testing.Packing;
import dev.sightline.testing.RecordedRequest;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import dev.sightline.testing.TestProject;
import dev.sightline.testing.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From an SDK's request to rows, through the real broker and the real database (spec/platform.md B.2, B.3). */
@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class EventCaptureTest {

    private static final Map<String, String> NONE = Map.of();

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Inject
    Pool pool;

    private TestProject project;
    private Wire wire;

    @BeforeEach
    void ownProject() {
        project = TestDirectory.newProject();
        wire = new Wire(port);
    }

    static Stream<String> clients() {
        return RecordedRequest.CLIENTS.stream();
    }

    @ParameterizedTest
    @MethodSource("clients")
    void storesWhatRealClientsSend(String client) {
        List<RecordedRequest> posts = RecordedRequest.of(client).stream()
                .filter(request -> request.wentTo("/e", "/i/v0/e", "/batch"))
                .map(request -> request.sent(project.captureToken(), Instant.now()))
                .toList();

        posts.forEach(post -> assertEquals(
                post.url().contains("beacon=1") ? 204 : 200, wire.post(post).statusCode()));

        List<String> sent = posts.stream()
                .flatMap(EventCaptureTest::events)
                .filter(event -> !event.path("timestamp").asText("").startsWith("2020"))
                .map(event -> event.path("event").textValue() + " "
                        + event.path("uuid").textValue())
                .sorted()
                .toList();
        await().untilAsserted(() -> assertEquals(sent, stored("event || ' ' || uuid")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/e", "/e/", "/i/v0/e", "/i/v0/e/", "/capture", "/track/", "/engage", "/batch", "/batch/"})
    void takesEventsOnEveryRoute(String path) {
        HttpResponse<String> answer = wire.post(path, NONE, event("'event':'seen'"));

        assertEquals("{\"status\":\"Ok\"}", answer.body());
        assertEquals(200, answer.statusCode());
        await().untilAsserted(() -> assertEquals(List.of("seen"), stored("event")));
    }

    @Test
    void takesAnEventFromTheQueryOfAGet() {
        byte[] data = Packing.FORM.pack(Packing.BASE64.pack(event("'event':'got'")));
        String url = "/e/?ip=1&" + new String(data, StandardCharsets.US_ASCII);

        assertEquals(200, wire.send("GET", url, NONE, new byte[0]).statusCode());

        await().untilAsserted(() -> assertEquals(List.of("got"), stored("event")));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments("", 400, "request holds no event"),
                arguments("[]", 400, "request holds no event"),
                arguments("{'api_key':'TOKEN','batch':[]}", 400, "request holds no event"),
                arguments("{'event':'e','token':'TOKEN'}", 400, "event submitted without a distinct_id"),
                arguments("{'distinct_id':'d','token':'TOKEN'}", 400, "event submitted without an event name"),
                arguments("{'event':", 400, "failed to parse request: invalid JSON at byte 9"),
                arguments("{'event':'e','distinct_id':'d'}", 401, "event submitted without an api_key"),
                arguments(
                        "[{'event':'e','distinct_id':'d','token':'TOKEN'},{'event':'e','distinct_id':'d','token':'t'}]",
                        401,
                        "batch submitted with inconsistent api_key values"),
                arguments(
                        "{'api_key':'TOKEN','batch':[{'event':'good','distinct_id':'d'},{'event':'bad'}]}",
                        400,
                        "event submitted without a distinct_id"),
                arguments(
                        "{'api_key':'phx_1','batch':[{'event':'e','distinct_id':'d'}]}",
                        401,
                        "API key is not valid: personal_api_key"));
    }

    @ParameterizedTest(name = "{1} {2} ({index})")
    @MethodSource("refused")
    void refusesInPlainTextAndStoresNothing(String json, int status, String reason) {
        byte[] body = bytes(json.replace("TOKEN", project.captureToken()));

        HttpResponse<String> answer = wire.post("/batch/", NONE, body);

        assertEquals(reason, answer.body());
        assertEquals(status, answer.statusCode());
        wire.post("/e", NONE, event("'event':'after'"));
        await().untilAsserted(() -> assertEquals(List.of("after"), stored("event")));
    }

    @Test
    void dropsEventsOfATokenNobodyHas() {
        byte[] body = bytes("{'event':'e','distinct_id':'d','token':'phc_nobody'}");

        assertEquals("{\"status\":\"Ok\"}", wire.post("/e", NONE, body).body());
    }

    @Test
    void refusesABomb() {
        assertEquals(413, wire.post("/batch", NONE, Bomb.gzip()).statusCode());
    }

    @Test
    void takesAnEventOfEightMegabytesInABatchAndRefusesOneOfNine() {
        byte[] eight =
                Packing.GZIP.pack(event("'event':'e','properties':{'$ai_input':'" + Noise.text(8_000_000) + "'}"));
        byte[] nine =
                Packing.GZIP.pack(event("'event':'n','properties':{'$ai_input':'" + Noise.text(9_000_000) + "'}"));

        assertEquals(413, wire.post("/batch", NONE, nine).statusCode());
        assertEquals(200, wire.post("/batch", NONE, eight).statusCode());

        await().untilAsserted(() -> assertEquals(List.of("e"), stored("event")));
    }

    @Test
    void refusesABodyOverTheLimitOfItsRoute() {
        byte[] body = event("'event':'" + Noise.text(2 * 1024 * 1024) + "'");

        HttpResponse<String> answer = wire.post("/e", NONE, body);

        assertEquals("maximum event size exceeded", answer.body());
        assertEquals(413, answer.statusCode());
        assertEquals(200, wire.post("/batch", NONE, body).statusCode());
    }

    @Test
    void storesAnEventOnceHoweverOftenItIsSent() {
        String uuid = "'uuid':'018f0000-0000-7000-8000-000000000001'";

        wire.post("/e", NONE, event("'event':'once'," + uuid + ",'properties':{'n':1}"));
        wire.post("/e", NONE, event("'event':'once'," + uuid + ",'properties':{'n':1}"));
        wire.post("/e", NONE, event("'event':'once'," + uuid + ",'properties':{'n':2}"));
        wire.post("/e", NONE, event("'event':'last'"));

        await().untilAsserted(() -> assertEquals(List.of("last", "once"), stored("event")));
        assertEquals(List.of("1", "null"), stored("coalesce(properties ->> 'n', 'null')"));
    }

    @Test
    void storesEveryEventOfALargeBatch() {
        String events = IntStream.range(0, 10_000)
                .mapToObj(i -> "{'event':'e" + i + "','distinct_id':'d" + i % 7 + "'}")
                .collect(Collectors.joining(","));
        byte[] body = bytes("{'api_key':'" + project.captureToken() + "','batch':[" + events + "]}");

        wire.post("/batch", NONE, Packing.GZIP.pack(body));

        await().untilAsserted(() -> assertEquals(10_000, stored("event").size()));
    }

    @Test
    void takesBrokenClocksAsFarAsEventsAreKept() {
        String old = "{'event':'old','timestamp':'1970-01-01T00:00:00Z','distinct_id':'d'}";
        String future = "{'event':'future','timestamp':'2099-01-01T00:00:00Z','distinct_id':'d'}";
        byte[] body = bytes("{'api_key':'" + project.captureToken() + "','batch':[" + old + "," + future + "]}");

        assertEquals(200, wire.post("/batch", NONE, body).statusCode());

        await().untilAsserted(() -> assertEquals(List.of("future"), stored("event")));
        assertEquals(List.of("true"), stored("(abs(extract(epoch from now() - timestamp)) < 60)::text"));
    }

    @Test
    void storesTextThatNoDatabaseHolds() {
        wire.post("/e", NONE, event("'event':'odd','properties':{'a':'x\\u0000y','b':'\\ud800'}"));

        await().untilAsserted(() ->
                assertEquals(List.of("x\uFFFDy\uFFFD"), stored("(properties ->> 'a') || (properties ->> 'b')")));
    }

    @Test
    void countsWhatBecameOfRequests() {
        wire.post("/track", NONE, bytes("[]"));

        String metrics = wire.send("GET", "/q/metrics", NONE, new byte[0]).body();

        assertTrue(metrics.contains("sightline_capture_requests_total{route=\"/track\",status=\"400\"}"), metrics);
    }

    private List<String> stored(String expression) {
        return pool.preparedQuery("select " + expression + " from event where project_id = $1")
                .execute(Tuple.of(project.id()))
                .map(rows -> rows.stream().map(row -> row.getString(0)).sorted().toList())
                .await()
                .indefinitely();
    }

    private static Stream<JsonNode> events(RecordedRequest request) {
        JsonNode json = Json.read(request.json(), JsonNode.class);
        JsonNode list = json.isArray() ? json : json.path("batch");
        return list.isArray() ? StreamSupport.stream(list.spliterator(), false) : Stream.of(json);
    }

    private byte[] event(String members) {
        return bytes("{'distinct_id':'d','token':'" + project.captureToken() + "'," + members + "}");
    }

    private static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
