package dev.sightline.vision.capture;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.event.SnapshotsReceived;
import dev.sightline.json.Json;
import dev.sightline.testing.Bomb;
import dev.sightline.testing.Packing;
import dev.sightline.testing.RecordedRequest;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import dev.sightline.testing.TestProject;
import dev.sightline.testing.TestServers;
import dev.sightline.testing.TopicReader;
import dev.sightline.testing.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code /s} over HTTP, with a real broker behind it (spec/platform.md B.2, B.7). */
@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class SnapshotCaptureTest {

    private static final Map<String, String> NONE = Map.of();
    private static final int MIB = 1024 * 1024;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    TestServers servers;
    private TestProject project;
    private Wire wire;

    @BeforeEach
    void ownProject() {
        project = TestDirectory.newProject();
        wire = new Wire(port);
    }

    static Stream<String> clients() {
        return Stream.of("js1", "js3", "js-1.200.0");
    }

    @ParameterizedTest
    @MethodSource("clients")
    void publishesWhatRealClientsSend(String client) {
        List<RecordedRequest> posts = RecordedRequest.of(client).stream()
                .filter(request -> request.wentTo("/s"))
                .map(request -> request.sent(project.captureToken(), Instant.now()))
                .toList();

        posts.forEach(post -> assertEquals(
                post.url().contains("beacon=1") ? 204 : 200, wire.post(post).statusCode()));

        List<SnapshotsReceived> messages = received(posts.size());
        assertEquals(
                items(posts), messages.stream().flatMap(m -> stream(m.items())).toList());
        messages.forEach(message -> {
            assertEquals(project.id(), message.projectId());
            assertEquals("user-42", message.distinctId());
            assertEquals("web", message.snapshotSource());
            assertEquals("web", message.snapshotLibrary());
        });
    }

    @Test
    void answersSuccessAndMirrorsTheOrigin() {
        HttpResponse<String> answer =
                wire.post("/s", Map.of("Origin", "https://shop.example"), event(timed(Instant.now())));

        assertEquals(200, answer.statusCode());
        assertEquals("{\"status\":\"Ok\"}", answer.body());
        assertEquals("https://shop.example", header(answer, "Access-Control-Allow-Origin"));
        assertEquals("true", header(answer, "Access-Control-Allow-Credentials"));
    }

    @Test
    void answersAPreflight() {
        Map<String, String> headers =
                Map.of("Origin", "https://shop.example", "Access-Control-Request-Headers", "content-type,x-mine");

        HttpResponse<String> answer = wire.send("OPTIONS", "/s/", headers, new byte[0]);

        assertEquals(200, answer.statusCode());
        assertEquals("content-type,x-mine", header(answer, "Access-Control-Allow-Headers"));
        assertTrue(header(answer, "Access-Control-Allow-Methods").contains("POST"));
    }

    @Test
    void sendsTheSameIdentityForTheSameRequestSentAgain() {
        byte[] body = event("'uuid':'018f0000-0000-7000-8000-000000000001'", timed(Instant.now()));

        wire.post("/s", NONE, body);
        wire.post("/s", NONE, body);

        List<ConsumerRecord<String, byte[]>> records = records(2);
        assertEquals(id(records.get(0)), id(records.get(1)));
        assertEquals(received(2).get(0).batchId().toString(), id(records.get(0)));
        assertEquals("dev.sightline.recording.snapshots.v1", header(records.get(0), "ce_type"));
    }

    @Test
    void takesTheLibraryFromTheUserAgentOfASdk() {
        wire.post("/s", Map.of("User-Agent", "posthog-ios/3.2.1 (iPhone)"), event(timed(Instant.now())));

        assertEquals("posthog-ios", received(1).get(0).snapshotLibrary());
    }

    @Test
    void acceptsAndDropsWhatNobodyCanUse() {
        Instant now = Instant.now();
        List<byte[]> useless = List.of(
                event(timed(now.minusSeconds(7 * 86_400))),
                event(timed(now.plusSeconds(7 * 86_400 + 60))),
                event(timed(now) + "," + timed(now.minusSeconds(8 * 86_400))),
                event("{'type':3}"),
                new String(event(timed(now)), StandardCharsets.UTF_8)
                        .replace(project.captureToken(), "phc_nobody")
                        .getBytes(StandardCharsets.UTF_8));

        useless.forEach(body -> assertEquals(200, wire.post("/s", NONE, body).statusCode()));

        wire.post("/s", NONE, event(timed(now)));
        assertEquals(1, received(1).size());
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments("", "", 400, "request holds no event"),
                arguments("", "[]", 400, "request holds no event"),
                arguments("", "{'a':", 400, "failed to parse request: invalid JSON at byte 5"),
                arguments("?compression=lz64", "N4Ig", 400, "failed to parse request: unsupported compression"),
                arguments("?x=%25zz&data=%25", "{}", 400, "failed to parse request: invalid JSON at byte 0"),
                arguments(
                        "",
                        "{'event':'$snapshot','token':'TOKEN','distinct_id':'d'}",
                        400,
                        "replay event submitted without session id"),
                arguments(
                        "",
                        "{'event':'$snapshot','token':'TOKEN','distinct_id':'d','properties':{'$session_id':'a b'}}",
                        400,
                        "replay event has invalid session id"),
                arguments(
                        "",
                        "{'event':'$snapshot','token':'TOKEN','distinct_id':'d','properties':{'$session_id':'s'}}",
                        400,
                        "replay event submitted without snapshot data"),
                arguments("", "{'event':'$snapshot','token':'TOKEN'}", 400, "event submitted without a distinct_id"),
                arguments("", "{'event':'$snapshot','distinct_id':'d'}", 401, "event submitted without an api_key"),
                arguments(
                        "",
                        "{'event':'$snapshot','token':'phx_1','distinct_id':'d'}",
                        401,
                        "API key is not valid: personal_api_key"));
    }

    @ParameterizedTest(name = "{2} {3} ({index})")
    @MethodSource("refused")
    void refusesInPlainTextAndPublishesNothing(String query, String json, int status, String reason) {
        String body = json.replace('\'', '"').replace("TOKEN", project.captureToken());

        HttpResponse<String> answer = wire.post("/s" + query, NONE, body.getBytes(StandardCharsets.UTF_8));

        assertEquals(reason, answer.body());
        assertEquals(status, answer.statusCode());
        assertTrue(header(answer, "content-type").startsWith("text/plain"));
        wire.post("/s", NONE, event(timed(Instant.now())));
        assertEquals(1, received(1).size());
    }

    @Test
    void refusesABomb() {
        HttpResponse<String> answer = wire.post("/s", NONE, Bomb.gzip());

        assertEquals("maximum event size exceeded", answer.body());
        assertEquals(413, answer.statusCode());
    }

    @Test
    void refusesABodyOverTheLimitAndSaysSo() {
        byte[] noise = new byte[25 * MIB + 1];
        new Random(1).nextBytes(noise);

        HttpResponse<String> answer = wire.post("/s", NONE, noise);

        assertEquals("maximum event size exceeded", answer.body());
        assertEquals(413, answer.statusCode());
    }

    @Test
    void takesALargeRecordingInOnePiece() {
        char[] text = new char[15 * MIB];
        Arrays.fill(text, 'x');
        String item = timed(Instant.now()).replace("'data':{}", "'data':'" + new String(text) + "'");

        assertEquals(200, wire.post("/s", NONE, event(item)).statusCode());

        assertEquals(
                text.length,
                received(1).get(0).items().get(0).path("data").textValue().length());
    }

    @Test
    void asksTheClientToComeAgainWhileTheBrokerIsAway() {
        byte[] body = Packing.GZIP.pack(event(timed(Instant.now())));
        servers.kafka().stop();
        try {
            HttpResponse<String> answer = wire.post("/s", NONE, body);

            assertEquals("transient error, please retry", answer.body());
            assertEquals(503, answer.statusCode());
            assertEquals("1", header(answer, "Retry-After"));
        } finally {
            servers.kafka().start();
        }

        await().until(() -> wire.post("/s", NONE, body).statusCode() == 200);
    }

    private List<SnapshotsReceived> received(int count) {
        return records(count).stream()
                .map(record -> Json.read(new String(record.value(), StandardCharsets.UTF_8), SnapshotsReceived.class))
                .toList();
    }

    private List<ConsumerRecord<String, byte[]>> records(int count) {
        try (TopicReader reader = TopicReader.of("recordings.snapshots")) {
            return await().until(
                            () -> reader.records(record -> record.key().startsWith(project.id() + ":")),
                            records -> records.size() >= count);
        }
    }

    private static List<JsonNode> items(List<RecordedRequest> posts) {
        return posts.stream()
                .map(post -> Json.read(post.json(), JsonNode.class))
                .flatMap(json -> json.isArray() ? stream(json) : Stream.of(json))
                .flatMap(event -> stream(event.at("/properties/$snapshot_data")))
                .toList();
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static String id(ConsumerRecord<String, byte[]> record) {
        return header(record, "ce_id");
    }

    private static String timed(Instant instant) {
        return "{'type':3,'data':{},'timestamp':" + instant.toEpochMilli() + "}";
    }

    private byte[] event(String items) {
        return event("'x':1", items);
    }

    private byte[] event(String members, String items) {
        String json = "[{'event':'$snapshot'," + members + ",'properties':{'token':'" + project.captureToken()
                + "','distinct_id':'d','$session_id':'s-1','$snapshot_data':[" + items + "]}}]";
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
