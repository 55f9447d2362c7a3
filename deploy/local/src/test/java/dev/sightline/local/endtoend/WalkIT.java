package dev.sightline.local.endtoend;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.local.endtoend.Client.Answer;
import dev.sightline.local.replay.Replayed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A recorded visit is counted and looked at by a scanner of each type; what hurt two visitors of the demo's shop becomes
 * one report with both as its evidence; and all of it is there after a restart.
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

    /** The visits of the demo in which a button does nothing. */
    private static final List<String> DEAD_COUPON =
            List.of("01a1fd76-08d4-7801-88d4-e6929a026612", "01a1fd76-6f05-7b9f-a32b-04c74b210438");

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
    void recordedVisitsAreLookedAtAndWhatHurtsBecomesAReport() {
        String session = stack.replay("js1.jsonl").session();
        assertCounters(recorded(session));

        Map<String, String> scanners = new LinkedHashMap<>();
        CONFIGS.forEach((type, config) -> scanners.put(type, scanner(type, config)));
        scanners.values().forEach(scanner -> observe(scanner, session));
        scanners.forEach((type, scanner) -> assertShape(type, succeeded(scanner, session)));

        Set<String> hurt = new HashSet<>(sessions(stack.replayDemo()));
        hurt.forEach(visit -> observe(scanners.get("monitor"), visit));
        String report = reportOn(hurt);
        stack.restart();

        assertCounters(recorded(session));
        scanners.forEach((type, scanner) -> assertShape(type, succeeded(scanner, session)));
        assertEquals(report, reportOn(hurt));
    }

    private static List<String> sessions(Replayed replayed) {
        return DEAD_COUPON.stream().map(replayed.sessions()::get).toList();
    }

    /** The one report that is ready and whose evidence is these sessions. */
    private String reportOn(Set<String> sessions) {
        return await().atMost(PATIENCE)
                .until(() -> ready().filter(report -> sessions.equals(evidence(report))), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<String> ready() {
        JsonNode reports =
                stack.client().get(API + "/signals/reports/?status=ready").body();
        return Optional.of(reports.path("results"))
                .filter(results -> results.size() == 1)
                .map(results -> results.path(0).path("id").asText());
    }

    private Set<String> evidence(String report) {
        JsonNode signals = stack.client()
                .get(API + "/signals/reports/" + report + "/signals/")
                .body()
                .path("signals");
        Set<String> sessions = new HashSet<>();
        signals.forEach(
                signal -> sessions.add(signal.path("extra").path("session_id").asText()));
        return sessions;
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

    private JsonNode succeeded(String scanner, String session) {
        String path = API + "/vision/scanners/" + scanner
                + "/observations/?status=succeeded,failed,ineligible&session_id=" + session;
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
