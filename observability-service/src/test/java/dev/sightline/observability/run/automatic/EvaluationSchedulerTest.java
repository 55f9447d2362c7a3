package dev.sightline.observability.run.automatic;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.event.EventCaptured;
import dev.sightline.messaging.EncodedMessage;
import dev.sightline.messaging.OutboxMessage;
import dev.sightline.messaging.Publisher;
import dev.sightline.observability.run.RunFixture;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import dev.sightline.time.UuidV7;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events that are judged as they come (spec/observability.md 7). */
@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class EvaluationSchedulerTest {

    private static final Map<String, Object> EVERYTHING = on(Map.of("id", "all"));

    @Inject
    Publisher publisher;

    @Inject
    WatchKeeper keeper;

    @Inject
    MeterRegistry metrics;

    private RunFixture project;

    @BeforeEach
    void ownProject() {
        project = new RunFixture(TestDirectory.newProject());
    }

    private static Map<String, Object> on(Object... sets) {
        return Map.of("enabled", true, "conditions", List.of(sets));
    }

    private static Map<String, Object> where(String key, Object value) {
        return Map.of("id", "some", "properties", List.of(Map.of("key", key, "value", value)));
    }

    @Test
    void judgesWhatMeetsTheConditions() {
        String all = watched(EVERYTHING);
        String some = watched(on(where("$ai_model", "other"), where("$ai_model", "m")));
        watched(on(where("$ai_model", "other")));
        watched(on(Map.of("id", "none", "rollout_percentage", 0)));
        watched(Map.of("enabled", true));
        project.program("return true", Map.of("conditions", List.of(Map.of("id", "all"))));
        EventCaptured event = project.generation("{\"$ai_model\":\"m\",\"$ai_input\":\"q\"}");

        publish(event);

        assertEquals("succeeded", ended(all, event).path("status").asText());
        assertEquals("automatic", ended(some, event).path("trigger").asText());
        assertEquals(2, project.runs("").size());
    }

    @Test
    void countsWhatItMet() {
        double matched = metric("matches", "matched");
        double filtered = metric("matches", "filtered");
        double others = metric("events", "other");
        String evaluation = watched(EVERYTHING);
        watched(on(where("$ai_model", "other")));
        EventCaptured event = project.generation("{}");

        publish(span(event));
        publish(event);

        ended(evaluation, event);
        assertTrue(metric("matches", "matched") > matched);
        assertTrue(metric("matches", "filtered") > filtered);
        assertTrue(metric("events", "other") > others);
    }

    private double metric(String what, String outcome) {
        return metrics.counter("sightline.evaluations." + what, "outcome", outcome)
                .count();
    }

    @Test
    void judgesAnEventThatComesAgainOnce() {
        String evaluation = watched(EVERYTHING);
        EventCaptured event = project.generation("{}");
        EventCaptured next = project.generation("{}");

        publish(event);
        publish(event);
        publish(next);

        ended(evaluation, next);
        ended(evaluation, event);
        assertEquals(2, project.runs("").size());
    }

    @Test
    void judgesGenerationsOnlyAndNeverVerdicts() {
        String evaluation = watched(EVERYTHING);
        EventCaptured event = project.generation("{}");

        publish(span(event));
        publish(event);

        ended(evaluation, event);
        RunFixture.messages("events.captured", 1, "$ai_evaluation\"", evaluation);
        EventCaptured last = project.generation("{}");
        publish(last);
        ended(evaluation, last);
        assertEquals(2, project.runs("").size());
    }

    private static EventCaptured span(EventCaptured of) {
        return new EventCaptured(
                of.projectId(), UuidV7.next(), "$ai_span", "d", of.timestamp(), of.receivedAt(), of.properties());
    }

    @Test
    void followsChanges() {
        String evaluation = watched(EVERYTHING);
        project.patch(
                "evaluations/" + evaluation,
                "{\"conditions\":[{\"id\":\"a\",\"properties\":[{\"key\":\"a\",\"value\":1}]}]}");
        String all = watched(EVERYTHING);
        EventCaptured event = project.generation("{\"a\":2}");
        publish(event);
        ended(all, event);
        assertEquals(1, project.runs("").size());

        project.patch("evaluations/" + all, "{\"enabled\":false}");
        await().until(() -> !isWatched(all));
        EventCaptured second = project.generation("{\"a\":1}");
        publish(second);
        ended(evaluation, second);
        assertEquals(
                0,
                project.runs("?evaluation_id=" + all + "&target_event_id=" + second.uuid())
                        .size());
    }

    @Test
    void leavesOutWhatIsNoEvent() {
        String evaluation = watched(EVERYTHING);
        EventCaptured event = project.generation("{}");
        byte[] prose = "no event".getBytes(StandardCharsets.UTF_8);
        String key = event.projectId() + ":d";

        publisher
                .publishEncoded(List.of(EncodedMessage.of(UuidV7.next(), key, EventCaptured.class, prose)))
                .await()
                .indefinitely();
        publish(event);

        ended(evaluation, event);
    }

    private String watched(Map<String, Object> more) {
        String id = project.program("return true", more);
        await().until(() -> isWatched(id));
        return id;
    }

    private boolean isWatched(String id) {
        return keeper.current().await().indefinitely().of(project.project().id()).stream()
                .anyMatch(watch -> watch.evaluation().id().equals(UUID.fromString(id)));
    }

    private void publish(EventCaptured event) {
        publisher
                .publish(List.of(OutboxMessage.of(event.uuid(), event.projectId() + ":d", event)))
                .await()
                .indefinitely();
    }

    private JsonNode ended(String evaluation, EventCaptured event) {
        return project.ended("llma-hog-eval-" + evaluation + "-" + event.uuid() + "-ingestion");
    }
}
