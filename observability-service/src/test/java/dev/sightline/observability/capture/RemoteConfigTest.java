package dev.sightline.observability.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.Json;
import dev.sightline.testing.RecordedRequest;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import dev.sightline.testing.TestProject;
import dev.sightline.testing.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What SDKs ask when they start (spec/platform.md B.4). */
@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class RemoteConfigTest {

    private static final Map<String, String> NONE = Map.of();

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    private TestProject project;
    private Wire wire;

    @BeforeEach
    void ownProject() {
        project = TestDirectory.newProject();
        wire = new Wire(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/array/TOKEN/config", "/array/TOKEN/config/"})
    void tellsBrowsersToRecord(String path) {
        HttpResponse<String> answer = get(path);

        JsonNode config = json(answer);
        assertEquals(200, answer.statusCode());
        assertEquals(project.captureToken(), config.path("token").textValue());
        assertEquals("/s/", config.at("/sessionRecording/endpoint").textValue());
        assertTrue(config.at("/sessionRecording/consoleLogRecordingEnabled").booleanValue());
        assertTrue(config.at("/sessionRecording/sampleRate").isNull());
        assertTrue(config.at("/capturePerformance/network_timing").booleanValue());
        assertEquals(
                "[\"gzip\",\"gzip-js\"]", config.path("supportedCompression").toString());
        assertFalse(config.path("hasFeatureFlags").asBoolean(true));
        assertEquals("/i/v0/e/", config.at("/analytics/endpoint").textValue());
    }

    @Test
    void leavesTheSameInAScript() {
        String script = get("/array/TOKEN/config.js").body();

        String member = "window._POSTHOG_REMOTE_CONFIG[\"" + project.captureToken() + "\"]={config:";
        assertTrue(script.contains(member), script);
        String config = script.substring(script.indexOf(member) + member.length(), script.indexOf(",siteApps:"));
        assertEquals(
                "/s/",
                Json.read(config, JsonNode.class)
                        .at("/sessionRecording/endpoint")
                        .textValue());
        assertFalse(Json.read(config, JsonNode.class).has("siteApps"));
    }

    @Test
    void packsItForClientsThatTakeGzip() {
        String unpacked = RestAssured.given()
                .port(port)
                .header("Accept-Encoding", "gzip")
                .get("/array/" + project.captureToken() + "/config")
                .then()
                .header("Content-Encoding", "gzip")
                .header("Vary", "accept-encoding")
                .extract()
                .asString();

        assertEquals(get("/array/TOKEN/config").body(), unpacked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/array/phc_nobody/config", "/array/phc_nobody/config.js"})
    void startsNothingForATokenNobodyHas(String path) {
        assertEquals(404, get(path).statusCode());
    }

    @Test
    void answersEveryQuestionThatClientsWereRecordedAsking() {
        List<RecordedRequest> questions = RecordedRequest.all()
                .filter(request -> request.wentTo("/flags", "/decide"))
                .map(request -> request.sent(project.captureToken(), Instant.now()))
                .toList();

        assertFalse(questions.isEmpty());
        questions.forEach(question -> {
            HttpResponse<String> answer = wire.post(question);
            assertEquals(200, answer.statusCode());
            assertFalse(json(answer).path("errorsWhileComputingFlags").asBoolean(true));
        });
    }

    @Test
    void mergesTheConfigIntoFlagsForClientsThatAsk() {
        JsonNode plain = json(wire.post("/flags/?v=2", NONE, question()));
        JsonNode merged = json(wire.post("/flags?v=2&config=true", NONE, question()));

        assertTrue(plain.path("flags").isObject());
        assertFalse(plain.has("sessionRecording"));
        assertEquals("/s/", merged.at("/sessionRecording/endpoint").textValue());
        assertTrue(merged.path("flags").isEmpty());
    }

    @Test
    void answersOldClientsInTheOldShape() {
        JsonNode answer = json(wire.post("/decide/?v=3", NONE, question()));

        assertTrue(answer.path("featureFlags").isObject());
        assertTrue(answer.at("/config/enable_collect_everything").booleanValue());
        assertEquals("/s/", answer.at("/sessionRecording/endpoint").textValue());
        assertEquals("[]", answer.path("siteApps").toString());
    }

    @Test
    void refusesAQuestionWithoutAToken() {
        assertEquals(
                401,
                wire.post("/flags/?v=2", NONE, bytes("{\"distinct_id\":\"d\"}")).statusCode());
        assertEquals(400, wire.post("/flags/?v=2", NONE, bytes("{")).statusCode());
        assertEquals(
                401,
                wire.post("/decide/?v=3", NONE, bytes("{\"token\":\"phx_1\"}")).statusCode());
    }

    @Test
    void hasNoFlagDefinitions() {
        HttpResponse<String> answer = get("/flags/definitions?token=TOKEN&send_cohorts");

        assertEquals("{\"flags\":[],\"group_type_mapping\":{},\"cohorts\":{}}", answer.body());
        assertEquals(401, get("/flags/definitions?token=phc_nobody").statusCode());
    }

    private HttpResponse<String> get(String path) {
        return wire.send("GET", path.replace("TOKEN", project.captureToken()), NONE, new byte[0]);
    }

    private byte[] question() {
        return bytes("{\"token\":\"" + project.captureToken() + "\",\"distinct_id\":\"d\"}");
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Json.read(answer.body(), JsonNode.class);
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
