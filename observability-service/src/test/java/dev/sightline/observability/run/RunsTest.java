package dev.sightline.observability.run;

import static dev.sightline.observability.run.RunFixture.messages;
import static dev.sightline.observability.run.RunFixture.model;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.event.ActivityLogged;
import dev.sightline.event.EventCaptured;
import dev.sightline.observability.evaluation.Evaluation;
import dev.sightline.observability.evaluation.EvaluationCatalogue;
import dev.sightline.observability.event.EventStore;
import dev.sightline.testing.ActivityLogReader;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import dev.sightline.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs over REST, carried out by programs (spec/observability.md 4, 5). */
@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class RunsTest {

    private static final String NOBODY = "018f0000-0000-7000-8000-000000000001";
    private static final String TALK = "{\"$ai_input\":\"hello\",\"$ai_output\":\"hi\",\"$ai_trace_id\":\"t1\","
            + "\"$session_id\":\"s1\",\"tokens\":42}";

    @Inject
    EventStore events;

    @Inject
    EvaluationCatalogue evaluations;

    @Inject
    RunStarter starter;

    @Inject
    Pool pool;

    private RunFixture project;

    @BeforeEach
    void ownProject() {
        project = new RunFixture(TestDirectory.newProject());
    }

    @Test
    void judgesAnEventAndCapturesTheVerdict() {
        String evaluation = project.program("print('looked'); return input = 'hello'", Map.of());
        EventCaptured event = stored(TALK);

        project.request(evaluation, event)
                .then()
                .statusCode(200)
                .body("status", equalTo("started"))
                .body("evaluation.id", equalTo(evaluation))
                .body("evaluation.name", equalTo("mine"))
                .body("target_event_id", equalTo(event.uuid().toString()));

        JsonNode verdict =
                messages("events.captured", 1, "$ai_evaluation\"", evaluation).get(0);
        JsonNode properties = verdict.path("properties");
        assertEquals("$ai_evaluation", verdict.path("event").asText());
        assertEquals("d", verdict.path("distinct_id").asText());
        assertTrue(properties.path("$ai_evaluation_result").asBoolean());
        assertEquals("looked", properties.path("$ai_evaluation_reasoning").asText());
        assertEquals("hog", properties.path("$ai_evaluation_runtime").asText());
        assertEquals("online", properties.path("$ai_evaluation_type").asText());
        assertEquals(
                event.uuid().toString(), properties.path("$ai_target_event_id").asText());
        assertEquals("t1", properties.path("$ai_trace_id").asText());
        assertEquals("s1", properties.path("$session_id").asText());
        assertFalse(properties.has("$ai_evaluation_applicable"));
        assertFalse(properties.has("$ai_model"));
    }

    @Test
    void isReadBack() {
        String evaluation = project.program("return false", Map.of());
        EventCaptured event = stored(TALK);
        JsonNode run = project.run(evaluation, event);

        project.get("evaluation_runs/" + run.path("id").asText())
                .then()
                .statusCode(200)
                .body("status", equalTo("succeeded"))
                .body("verdict", equalTo(false))
                .body("applicable", equalTo(true))
                .body("reasoning", equalTo(""))
                .body("error", nullValue())
                .body("usage", nullValue())
                .body("trigger", equalTo("manual"))
                .body("evaluation.name", equalTo("mine"));
        assertEquals(1, project.runs("?evaluation_id=" + evaluation).size());
        assertEquals(
                1,
                project.runs("?status=succeeded&target_event_id=" + event.uuid())
                        .size());
        assertEquals(0, project.runs("?status=failed,skipped").size());
        project.get("evaluation_runs/?status=lost").then().statusCode(400).body("attr", equalTo("status"));
        project.get("evaluation_runs/" + NOBODY).then().statusCode(404);
        RunFixture other = new RunFixture(TestDirectory.newProject());
        other.get("evaluation_runs/" + run.path("id").asText()).then().statusCode(404);
    }

    @Test
    void runsAnewEachTimeItIsAsked() {
        String evaluation = project.program("return true", Map.of());
        EventCaptured event = stored(TALK);

        JsonNode one = project.run(evaluation, event);
        JsonNode two = project.run(evaluation, event);

        assertNotEquals(one.path("workflow_id"), two.path("workflow_id"));
        assertEquals(
                2,
                messages("events.captured", 2, "$ai_evaluation\"", evaluation).size());
    }

    @Test
    void leavesTheResultOutWhereItDoesNotApply() {
        String evaluation = project.program("return null", Map.of("output_config", Map.of("allows_na", true)));

        JsonNode run = project.run(evaluation, stored(TALK));

        assertEquals("succeeded", run.path("status").asText());
        assertFalse(run.path("applicable").asBoolean());
        JsonNode properties = messages("events.captured", 1, "$ai_evaluation\"", evaluation)
                .get(0)
                .path("properties");
        assertFalse(properties.has("$ai_evaluation_result"));
        assertFalse(properties.path("$ai_evaluation_applicable").asBoolean(true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{}|evaluation_id",
                "{\"evaluation_id\":\"x\"}|evaluation_id",
                "{\"evaluation_id\":\"ID\"}|target_event_id",
                "{\"evaluation_id\":\"ID\",\"target_event_id\":\"ID\"}|timestamp",
                "{\"evaluation_id\":\"ID\",\"target_event_id\":\"ID\",\"timestamp\":\"soon\"}|timestamp",
                "{\"evaluation_id\":\"ID\",\"target_event_id\":\"ID\",\"timestamp\":\"2026-11-21T00:00:00Z\",\"event\":null}|event"
            })
    void refusesWhatIsWrong(String body, String attribute) {
        project.post("evaluation_runs", body.replace("ID", NOBODY))
                .then()
                .statusCode(400)
                .body("attr", equalTo(attribute));
    }

    @Test
    void findsOnlyWhatIsThere() {
        String evaluation = project.program("return true", Map.of());
        EventCaptured event = stored(TALK);

        project.request(NOBODY, event).then().statusCode(404);
        project.request(evaluation, project.generation("{}")).then().statusCode(404);
        request(evaluation, event, "\"timestamp\":\"2026-01-01T00:00:00Z\"")
                .then()
                .statusCode(404);
        request(evaluation, event, at(event) + ",\"event\":\"$ai_span\"").then().statusCode(404);
        request(evaluation, event, at(event) + ",\"distinct_id\":\"e\"").then().statusCode(404);
        request(evaluation, event, at(event) + ",\"distinct_id\":\"d\"").then().statusCode(200);
        RunFixture other = new RunFixture(TestDirectory.newProject());
        other.request(evaluation, event).then().statusCode(404);
        project.patch("evaluations/" + evaluation, "{\"deleted\":true}");
        project.request(evaluation, event).then().statusCode(404);
    }

    private Response request(String evaluation, EventCaptured event, String more) {
        return project.post(
                "evaluation_runs",
                "{\"evaluation_id\":\"" + evaluation + "\",\"target_event_id\":\"" + event.uuid() + "\"," + more + "}");
    }

    private static String at(EventCaptured event) {
        return "\"timestamp\":\"" + event.timestamp() + "\"";
    }

    @ParameterizedTest
    @ValueSource(strings = {"return 7", "return null", "return nothing", "throw Error('x')"})
    void switchesAProgramOffThatFails(String source) {
        String evaluation = project.program(source, Map.of("enabled", true));

        JsonNode run = project.run(evaluation, stored(TALK));

        assertEquals("failed", run.path("status").asText());
        assertEquals("hog_error", run.path("error").path("type").asText());
        assertEquals(
                "hog_error",
                project.evaluation(evaluation).path("status_reason").asText());
        assertFalse(project.evaluation(evaluation).path("enabled").asBoolean());
        ActivityLogged switchedOff =
                ActivityLogReader.of(project.project().id(), evaluation, 2).get(1);
        assertNull(switchedOff.userId());
        assertFalse(switchedOff.detail().path("enabled").booleanValue());
    }

    @Test
    void leavesAProgramOnThatDoesNotFitTheEvent() {
        String evaluation = project.program("return jsonParse(input) = 1", Map.of("enabled", true));

        JsonNode run = project.run(evaluation, stored(TALK));

        assertEquals("skipped", run.path("status").asText());
        assertEquals("unfit_input", run.path("error").path("type").asText());
        assertEquals("active", project.evaluation(evaluation).path("status").asText());
    }

    @Test
    void capturesNothingWhenItFails() {
        String evaluation = project.program("return 7", Map.of());
        project.run(evaluation, stored(TALK));

        messages("evaluations.runs", 1, "\"failed\"", evaluation);

        try (TopicReader captured = TopicReader.of("events.captured")) {
            assertEquals(List.of(), messages(captured, "$ai_evaluation\"", evaluation));
        }
        assertEquals("paused", project.evaluation(evaluation).path("status").asText());
    }

    @Test
    void failsForAnEventThatExpiredMeanwhile() {
        String evaluation = project.program("return true", Map.of());
        EventCaptured event = stored(TALK);
        execute(
                "delete from event_content where project_id = $1",
                Tuple.of(project.project().id()));

        JsonNode run = started(evaluation, event, false);

        assertEquals("failed", run.path("status").asText());
        assertEquals("event_expired", run.path("error").path("type").asText());
        project.request(evaluation, event).then().statusCode(404);
    }

    @Test
    void failsForAnEventThatNeverCame() {
        String evaluation = project.program("return true", Map.of());

        JsonNode run = started(evaluation, project.generation(TALK), false);

        assertEquals("event_not_found", run.path("error").path("type").asText());
    }

    @Test
    void skipsAnAutomaticRunOfAnEvaluationThatWasSwitchedOff() {
        String evaluation = project.program("return true", Map.of());

        JsonNode run = started(evaluation, stored(TALK), true);

        assertEquals("skipped", run.path("status").asText());
        assertEquals("evaluation_disabled", run.path("error").path("type").asText());
    }

    @Test
    void queuesTheSameAutomaticRunOnce() {
        String evaluation = project.program("return true", Map.of("enabled", true));
        EventCaptured event = stored(TALK);

        started(evaluation, event, true);

        NewRun again = NewRun.automatic(known(evaluation), target(event));
        assertEquals(0, starter.start(List.of(again, again)).await().indefinitely());
    }

    @Test
    void beginsLostRunsAgainAndGivesUpInTheEnd() {
        String evaluation = project.program("return true", Map.of());
        EventCaptured event = stored(TALK);
        lose(evaluation, event, "once", 1);
        lose(evaluation, event, "often", 3);

        assertEquals("succeeded", project.ended("once").path("status").asText());
        assertEquals("lost", project.ended("often").path("error").path("type").asText());
    }

    /** A run whose worker died. */
    private void lose(String evaluation, EventCaptured event, String workflow, int attempts) {
        execute(
                """
                insert into evaluation_run (project_id, id, workflow_id, evaluation_id, evaluation_name, runtime, automatic,
                    event_uuid, event_name, event_day, status, attempts, lease_until, created_at, started_at)
                values ($1, gen_random_uuid(), $2, $3, 'mine', 'hog', false, $4, $5, $6, 'running', $7,
                        now() - interval '1 second', now(), now())
                """,
                Tuple.tuple()
                        .addInteger(project.project().id())
                        .addString(workflow)
                        .addUUID(UUID.fromString(evaluation))
                        .addUUID(event.uuid())
                        .addString(event.event())
                        .addLocalDate(day(event))
                        .addInteger(attempts));
    }

    @Test
    void letsAnotherProjectInBetween() {
        String slow = project.program("let i := 0; while (i < 200000) { i := i + 1 } return true", Map.of());
        EventCaptured event = stored(TALK);
        NewRun[] many = IntStream.range(0, 60)
                .mapToObj(i -> NewRun.manual(known(slow), target(event), Instant.now()))
                .toArray(NewRun[]::new);
        starter.start(List.of(many)).await().indefinitely();
        RunFixture busy = project;

        project = new RunFixture(TestDirectory.newProject());
        JsonNode other = project.run(project.program("return true", Map.of()), stored(TALK));

        for (NewRun run : many) {
            busy.ended(run.workflowId());
        }
        long later = busy.runs("?limit=100").stream()
                .filter(run -> completed(run).isAfter(completed(other)))
                .count();
        assertTrue(later > 0, "the other project waited for all of them");
    }

    private static Instant completed(JsonNode run) {
        return Instant.parse(run.path("completed_at").asText());
    }

    @Test
    void needsAKeyToJudge() {
        String evaluation = project.judge(Map.of("enabled", true));

        JsonNode run = project.run(evaluation, stored(TALK));

        assertEquals("provider_key_required", run.path("error").path("type").asText());
        assertEquals(
                "provider_key_required",
                project.evaluation(evaluation).path("status_reason").asText());
        String other = project.judge(model());
        assertEquals(
                "provider_key_required",
                project.run(other, stored(TALK)).path("error").path("type").asText());
        assertEquals("paused", project.evaluation(other).path("status").asText());
    }

    private JsonNode started(String evaluation, EventCaptured event, boolean automatic) {
        NewRun run = automatic
                ? NewRun.automatic(known(evaluation), target(event))
                : NewRun.manual(known(evaluation), target(event), Instant.now());
        starter.start(List.of(run)).await().indefinitely();
        return project.ended(run.workflowId());
    }

    private Evaluation known(String evaluation) {
        return evaluations
                .find(project.project().id(), UUID.fromString(evaluation))
                .await()
                .indefinitely()
                .orElseThrow();
    }

    private static Target target(EventCaptured event) {
        return new Target(event.uuid(), event.event(), day(event));
    }

    private static LocalDate day(EventCaptured event) {
        return event.timestamp().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private EventCaptured stored(String properties) {
        EventCaptured event = project.generation(properties);
        events.save(List.of(event)).await().indefinitely();
        return event;
    }

    private void execute(String sql, Tuple values) {
        pool.preparedQuery(sql).execute(values).await().indefinitely();
    }
}
