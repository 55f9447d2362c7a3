package dev.sightline.vision.observation;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.event.Topic;
import dev.sightline.json.Json;
import dev.sightline.testing.TopicReader;
import dev.sightline.vision.analysis.DemoSession;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From recorded traffic on Kafka to an observation in the API and its messages on Kafka. */
@QuarkusTest
class ObservationFlowTest {

    private static final DemoSession KETTLE = DemoSession.of("kettle-error-leaves");

    @Inject
    Visit visit;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "monitor    | {\"prompt\":\"Did the visitor run into a JavaScript error?\"} | verdict",
                "classifier | {\"prompt\":\"What went wrong?\",\"tags\":[\"error\",\"smooth\"]} | tags",
                "scorer     | {\"prompt\":\"How frustrated was the visitor?\",\"scale\":{\"min\":0,\"max\":10}} | score",
                "summarizer | {\"prompt\":\"What did the visitor do?\"} | summary"
            })
    void everyTypeOfScannerAnswersInItsShape(String type, String config, String member) {
        String session = visit.record(KETTLE);
        String scanner = scanner(type, Json.read(config, JsonNode.class), false);

        ValidatableResponse seen = visit.observed(scanner, session, "succeeded");

        seen.body("results[0].scanner_result.model_output.scanner_type", equalTo(type))
                .body("results[0].scanner_result.model_output.confidence", greaterThanOrEqualTo(0f))
                .body("results[0].error_reason", equalTo(""))
                .body("results[0].triggered_by", equalTo("on_demand"))
                .body(
                        "results[0].triggered_by_user.id",
                        equalTo(visit.project().person().id()));
        assertTrue(Json.read(seen.extract().asString(), JsonNode.class)
                        .at("/results/0/scanner_result/model_output/" + member)
                        .isValueNode()
                || member.equals("tags"));
    }

    @Test
    void whatIsNoticedGoesOutAsSignalsWithTheSuccess() {
        String session = visit.record(KETTLE);
        String scanner = scanner("monitor", Map.of("prompt", "Did the visitor run into an error?"), true);

        int signals =
                visit.observed(scanner, session, "succeeded").extract().path("results[0].scanner_result.signals_count");

        assertTrue(signals >= 1, "the kettle's error is worth a signal");
        List<JsonNode> emitted = await().until(() -> published(Topic.SIGNALS), all -> all.size() >= signals);
        assertEquals(signals, emitted.size());
        emitted.forEach(signal -> {
            assertEquals("scanner_finding", signal.path("source_type").asText());
            assertEquals(session, signal.path("extra").path("session_id").asText());
        });
        List<JsonNode> events = await().until(
                        () -> published(Topic.EVENTS).stream()
                                .filter(e -> e.path("event").asText().equals("$recording_observed"))
                                .toList(),
                        all -> !all.isEmpty());
        assertEquals(
                "yes", events.get(0).at("/properties/scanner_output_verdict").asText());
    }

    @Test
    void aSecondLookAtTheSamePairStartsNothing() {
        String session = visit.record(KETTLE);
        String scanner = scanner("summarizer", Map.of("prompt", "What happened?"), false);
        String first = visit.observe(scanner, session);
        visit.observed(scanner, session, "succeeded");

        String second = visit.observe(scanner, session);

        assertEquals("replay-vision-apply-scanner-" + scanner + "-" + session, first);
        assertEquals(first, second);
        assertEquals(1, (int) visit.observations(scanner, session).extract().path("count"));
    }

    @Test
    void asksForNoRecordingAreIneligibleAndSayWhy() {
        String scanner = scanner("monitor", Map.of("prompt", "x"), false);

        visit.observed(scanner, "no-such-session", "ineligible")
                .body("results[0].error_reason", startsWith("no_recording:"));
    }

    @Test
    void aShortVisitIsNotLookedAt() {
        String session = visit.record(DemoSession.of("bounce"));
        String scanner = scanner("monitor", Map.of("prompt", "x"), false);

        visit.observed(scanner, session, "ineligible").body("results[0].error_reason", startsWith("too_short:"));
    }

    @Test
    void aProviderThatIsNotSetUpFailsWithItsName() {
        String session = visit.record(KETTLE);
        Map<String, Object> body = body("monitor", Map.of("prompt", "x"), false);
        String scanner = visit.created(with(body, "provider", "google"));

        visit.observed(scanner, session, "failed").body("results[0].error_reason", startsWith("provider_rejected:"));
    }

    @Test
    void sessionIdsAreCheckedAfterTheScannerIsFound() {
        String scanner = scanner("monitor", Map.of("prompt", "x"), false);
        String path = "/" + scanner + "/observe/";

        visit.as()
                .body(Map.of("session_id", "x".repeat(129)))
                .post(visit.scanners() + path)
                .then()
                .statusCode(400)
                .body("attr", equalTo("session_id"))
                .body("code", equalTo("max_length"));
        visit.as()
                .body(Map.of())
                .post(visit.scanners() + path)
                .then()
                .statusCode(400)
                .body("code", equalTo("required"));
        visit.as()
                .body(Map.of("session_id", " "))
                .post(visit.scanners() + path)
                .then()
                .body("code", equalTo("blank"));
        visit.as()
                .body(Map.of("session_id", "x".repeat(128)))
                .post(visit.scanners() + path)
                .then()
                .statusCode(202);
        visit.as()
                .body(Map.of())
                .post(visit.scanners() + "/not-a-uuid/observe/")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({"status=done", "triggered_by=retry", "verdict=maybe", "order_by=speed"})
    void aFilterThatMakesNoSenseIsNamed(String query) {
        String scanner = scanner("monitor", Map.of("prompt", "x"), false);

        visit.as()
                .get(visit.scanners() + "/" + scanner + "/observations/?" + query)
                .then()
                .statusCode(400)
                .body("attr", equalTo(query.substring(0, query.indexOf('='))));
    }

    @Test
    void aBatchThatComesTwiceCountsOnce() {
        String session = visit.record(KETTLE);
        long items = visit.items(session);
        assertFalse(items == 0);

        visit.record(KETTLE);
        String marker = visit.record(DemoSession.of("browse-only"));
        await().until(() -> visit.items(marker) > 0);

        assertEquals(items, visit.items(session));
    }

    @Test
    void recordingsAreListedLatestFirstAndByTheirId() {
        String kettle = visit.record(KETTLE);
        String bounce = visit.record(DemoSession.of("bounce"));
        String path = "/api/projects/" + visit.project().id() + "/session_recordings/";

        visit.as()
                .get(path + kettle)
                .then()
                .statusCode(200)
                .body("id", equalTo(kettle))
                .body("console_error_count", equalTo(2))
                .body("snapshot_source", equalTo("web"));
        visit.as()
                .get(path)
                .then()
                .body("results.id", containsInAnyOrder(kettle, bounce))
                .body("has_next", equalTo(false));
        visit.as()
                .get(path + "?limit=1")
                .then()
                .body("results.size()", equalTo(1))
                .body("has_next", equalTo(true));
        visit.as().get(path + "nobody").then().statusCode(404).body("detail", equalTo("Recording not found"));
    }

    private List<JsonNode> published(String topic) {
        try (TopicReader reader = TopicReader.of(topic)) {
            return reader.records(this::isMine).stream()
                    .map(ObservationFlowTest::json)
                    .toList();
        }
    }

    private boolean isMine(ConsumerRecord<String, byte[]> record) {
        return json(record).path("project_id").asInt() == visit.project().id();
    }

    private static JsonNode json(ConsumerRecord<String, byte[]> record) {
        return Json.read(new String(record.value(), StandardCharsets.UTF_8), JsonNode.class);
    }

    private String scanner(String type, Object config, boolean emits) {
        return visit.created(body(type, config, emits));
    }

    private static Map<String, Object> body(String type, Object config, boolean emits) {
        return Map.of(
                "name",
                type,
                "scanner_type",
                type,
                "scanner_config",
                config,
                "model",
                "local",
                "provider",
                "local",
                "emits_signals",
                emits);
    }

    private static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
        Map<String, Object> changed = new HashMap<>(body);
        changed.put(name, value);
        return changed;
    }
}
