package dev.sightline.local.endtoend;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.local.endtoend.Client.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One recorded visit is counted and looked at by a scanner of each type, and all of it is there after a restart. How
 * visits become a report is walked by {@link ReadmeIT}: nothing in this one hurts enough.
 */
class WalkIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String API = "/api/projects/1";

    /** A scanner of each type, and the member its answer must hold. */
    private static final Map<String, String> CONFIGS = Map.of(
            "monitor", "{\"prompt\":\"Did the visitor run into an error?\"}",
            "classifier", "{\"prompt\":\"What happened?\",\"tags\":[\"error\",\"smooth visit\"]}",
            "scorer", "{\"prompt\":\"How frustrated was the visitor?\",\"scale\":{\"min\":0,\"max\":10}}",
            "summarizer", "{\"prompt\":\"What did the visitor do?\"}");

    private static final Map<String, String> MEMBERS =
            Map.of("monitor", "verdict", "classifier", "tags", "scorer", "score", "summarizer", "summary");

    @TempDir
    Path data;

    private LocalStack stack;

    @BeforeEach
    void start() throws IOException {
        stack = LocalStack.started(data);
    }

    @AfterEach
    void stop() {
        stack.close();
    }

    @Test
    void aRecordedVisitIsLookedAtAndKept() {
        String session = stack.replay("js1.jsonl").session();
        assertCounters(recorded(session));

        Map<String, String> scanners = new LinkedHashMap<>();
        CONFIGS.forEach((type, config) -> scanners.put(type, scanner(type, config)));
        scanners.values().forEach(scanner -> observe(scanner, session));
        scanners.forEach((type, scanner) -> assertShape(type, succeeded(scanner)));
        stack.restart();

        assertCounters(recorded(session));
        scanners.forEach((type, scanner) -> assertShape(type, succeeded(scanner)));
    }

    /** The check value of the recording. */
    private static void assertCounters(JsonNode recording) {
        assertEquals(2, recording.path("click_count").asInt());
        assertEquals(11, recording.path("keypress_count").asInt());
        assertEquals(14, recording.path("mouse_activity_count").asInt());
        assertEquals(1, recording.path("console_log_count").asInt());
        assertEquals(1, recording.path("console_warn_count").asInt());
        assertEquals(1, recording.path("console_error_count").asInt());
        assertEquals(8, recording.path("recording_duration").asInt());
        assertEquals(0.516, recording.path("active_seconds").asDouble());
        assertEquals(58.06, recording.path("activity_score").asDouble());
    }

    /** The recording once both of its batches are folded in. */
    private JsonNode recorded(String session) {
        return await().atMost(PATIENCE)
                .until(
                        () -> stack.client()
                                .get(API + "/session_recordings/" + session)
                                .body(),
                        recording -> recording.path("recording_duration").asInt() == 8);
    }

    private String scanner(String type, String config) {
        Answer created = stack.client().post(API + "/vision/scanners/", """
                        {"name":"%s","scanner_type":"%s","scanner_config":%s,
                         "provider":"local","model":"local","emits_signals":true,"enabled":false}
                        """.formatted(type, type, config));
        assertEquals(201, created.status(), created.toString());
        return created.body().path("id").asText();
    }

    private void observe(String scanner, String session) {
        Answer started = stack.client()
                .post(API + "/vision/scanners/" + scanner + "/observe/", "{\"session_id\":\"" + session + "\"}");
        assertEquals(202, started.status(), started.toString());
        assertEquals(
                "replay-vision-apply-scanner-" + scanner + "-" + session,
                started.body().path("workflow_id").asText());
    }

    private JsonNode succeeded(String scanner) {
        String path = API + "/vision/scanners/" + scanner + "/observations/?status=succeeded,failed,ineligible";
        JsonNode ended = await().atMost(PATIENCE)
                .until(
                        () -> stack.client().get(path).body().path("results").path(0),
                        observation -> !observation.isMissingNode());
        assertEquals("succeeded", ended.path("status").asText(), ended.toString());
        return ended;
    }

    private static void assertShape(String type, JsonNode observation) {
        JsonNode output = observation.path("scanner_result").path("model_output");
        assertEquals(type, output.path("scanner_type").asText());
        assertTrue(output.hasNonNull(MEMBERS.get(type)), output.toString());
        assertTrue(output.path("confidence").isNumber(), output.toString());
    }
}
