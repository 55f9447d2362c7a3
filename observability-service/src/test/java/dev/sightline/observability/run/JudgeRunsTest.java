package dev.sightline.observability.run;

import static dev.sightline.observability.run.RunFixture.messages;
import static dev.sightline.observability.run.RunFixture.model;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.auth.Organization;
import dev.sightline.event.EventCaptured;
import dev.sightline.json.Json;
import dev.sightline.observability.JudgeServer;
import dev.sightline.observability.event.EventStore;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import dev.sightline.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs of judges, against a provider on this machine (spec/observability.md 4.4, 8.1). */
@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class JudgeRunsTest {

    private static final JudgeServer PROVIDER = new JudgeServer();
    private static final String RUDE = "{\"reasoning\":\"It swears.\",\"verdict\":true}";
    private static final String POLITE = "{\"reasoning\":\"It is kind.\",\"verdict\":false}";

    @Inject
    EventStore events;

    private RunFixture project;
    private String key;

    @BeforeEach
    void ownProject() {
        project = new RunFixture(TestDirectory.newProject());
        PROVIDER.says(POLITE);
        key = PROVIDER.key(project.project());
    }

    @AfterAll
    static void close() {
        PROVIDER.close();
    }

    @Test
    void judgesAndCapturesWhatItTook() {
        String evaluation = project.judge(model());

        JsonNode run = project.run(evaluation, stored());

        assertEquals("succeeded", run.path("status").asText());
        assertFalse(run.path("verdict").asBoolean(true));
        assertEquals("It is kind.", run.path("reasoning").asText());
        assertEquals(11, run.path("usage").path("input_tokens").asInt());
        assertEquals(key, run.path("usage").path("provider_key_id").asText());
        JsonNode properties = messages("events.captured", 1, "$ai_evaluation\"", evaluation)
                .get(0)
                .path("properties");
        assertEquals("m", properties.path("$ai_evaluation_model").asText());
        assertEquals("openai_compatible", properties.path("$ai_provider").asText());
        assertEquals("byok", properties.path("$ai_evaluation_key_type").asText());
        assertEquals(5, properties.path("$ai_output_tokens").asInt());
        assertTrue(PROVIDER.questions().stream().anyMatch(body -> body.contains("swear loudly")));
        assertFalse(key().path("last_used_at").isNull());
    }

    @Test
    void tellsWhereItDoesNotApply() {
        PROVIDER.says("{\"reasoning\":\"No question.\",\"outcome\":\"N/A\"}");
        String evaluation = project.judge(Map.of(
                "output_config", Map.of("allows_na", true), "model_configuration", model().get("model_configuration")));

        JsonNode run = project.run(evaluation, stored());

        assertEquals("succeeded", run.path("status").asText());
        assertFalse(run.path("applicable").asBoolean(true));
        assertTrue(run.path("verdict").isNull());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The answer is polite.",
                "{\"reasoning\":\"It is ki",
                "{\"reasoning\":\"It is kind.\",\"verdict\":\"no\"}",
                "{}"
            })
    void skipsWhatItCannotRead(String answer) {
        PROVIDER.says(answer);
        String evaluation = project.judge(enabled());

        JsonNode run = project.run(evaluation, stored());

        assertEquals("skipped", run.path("status").asText());
        assertEquals("parse_error", run.path("error").path("type").asText());
        assertEquals("active", project.evaluation(evaluation).path("status").asText());
        noVerdict(evaluation);
    }

    @Test
    void skipsAnAnswerThatIsNothing() {
        PROVIDER.says("");
        String evaluation = project.judge(enabled());

        JsonNode run = project.run(evaluation, stored());

        assertEquals("skipped", run.path("status").asText());
        assertEquals("active", project.evaluation(evaluation).path("status").asText());
    }

    @ParameterizedTest
    @CsvSource({
        "401, auth_error, provider_key_invalid, invalid",
        "402, quota_error, provider_key_quota_exceeded, error",
        "403, permission_error, provider_key_permission_denied, error",
        "404, model_not_found, model_not_found, ok",
        "429, rate_limit, provider_key_rate_limited, error"
    })
    void switchesOffWhenTheProviderRefuses(int status, String type, String reason, String state) {
        String evaluation = project.judge(enabled());
        PROVIDER.refuses(status);

        JsonNode run = project.run(evaluation, stored());

        assertEquals("failed", run.path("status").asText());
        assertEquals(type, run.path("error").path("type").asText());
        assertEquals("error", project.evaluation(evaluation).path("status").asText());
        assertEquals(
                reason, project.evaluation(evaluation).path("status_reason").asText());
        assertEquals(state, key().path("state").asText());
        assertEquals(status == 429 ? 3 : 1, PROVIDER.questions().size());
        noVerdict(evaluation);
    }

    @Test
    void doesNotAskAgainWhereThereIsNoCredit() {
        String evaluation = project.judge(enabled());
        PROVIDER.isOutOfCredit();

        JsonNode run = project.run(evaluation, stored());

        assertEquals("quota_error", run.path("error").path("type").asText());
        assertEquals(
                "provider_key_quota_exceeded",
                project.evaluation(evaluation).path("status_reason").asText());
        assertEquals("error", key().path("state").asText());
        assertEquals(1, PROVIDER.questions().size());
    }

    @Test
    void putsTheSchemaIntoWordsForAModelThatTakesNone() {
        PROVIDER.takesNoSchema("```json\n" + POLITE + "\n```");

        JsonNode run = project.run(project.judge(model()), stored());

        assertEquals("succeeded", run.path("status").asText());
        assertFalse(run.path("verdict").asBoolean(true));
        assertEquals(2, PROVIDER.questions().size());
    }

    @Test
    void hearsOfAKeyThatIsRevokedInTheMiddleOfARun() {
        String evaluation = project.judge(enabled());
        PROVIDER.refuses(503, 401);

        JsonNode run = project.run(evaluation, stored());

        assertEquals("auth_error", run.path("error").path("type").asText());
        assertEquals(
                "provider_key_invalid",
                project.evaluation(evaluation).path("status_reason").asText());
        assertEquals("invalid", key().path("state").asText());
        assertEquals(2, PROVIDER.questions().size());
    }

    @Test
    void letsNobodyUseAKeyThatWasRevoked() {
        String evaluation = project.judge(enabled());
        PROVIDER.refuses(401);
        project.run(evaluation, stored());
        PROVIDER.says(POLITE);

        assertEquals(
                400,
                project.patch("evaluations/" + evaluation, "{\"enabled\":true}").statusCode());
        JsonNode run = project.run(evaluation, stored());
        assertEquals("key_invalid", run.path("error").path("type").asText());
        assertEquals(List.of(), PROVIDER.questions());
    }

    @Test
    void triesAgainWhatMayPass() {
        PROVIDER.refusesOnce(503, POLITE);

        JsonNode run = project.run(project.judge(model()), stored());

        assertEquals("succeeded", run.path("status").asText());
    }

    @Test
    void leavesTheEvaluationOnWhenTheProviderIsAway() {
        String evaluation = project.judge(enabled());
        PROVIDER.refuses(500);

        JsonNode run = project.run(evaluation, stored());

        assertEquals("provider_unavailable", run.path("error").path("type").asText());
        assertEquals("active", project.evaluation(evaluation).path("status").asText());
        assertEquals(3, PROVIDER.questions().size());
        assertEquals("ok", key().path("state").asText());
    }

    @Test
    void failsWithoutAModelToAsk() {
        String evaluation = project.judge(Map.of("enabled", true));

        JsonNode run = project.run(evaluation, stored());

        assertEquals("no_default_model", run.path("error").path("type").asText());
        assertEquals(
                "no_default_model",
                project.evaluation(evaluation).path("status_reason").asText());
    }

    @Test
    void failsWhenItsKeyIsGone() {
        Map<String, Object> pinned = Map.of(
                "model_configuration", Map.of("provider", "openai_compatible", "model", "m", "provider_key_id", key));
        String evaluation = project.judge(pinned);
        project.request()
                .delete("/api/projects/" + project.project().id() + "/llm_analytics/provider_keys/" + key)
                .then()
                .statusCode(204);

        JsonNode run = project.run(evaluation, stored());

        assertEquals("key_not_found", run.path("error").path("type").asText());
    }

    @Test
    void signalsPositiveVerdictsUpToTheDaysCap() {
        PROVIDER.says(RUDE);
        String evaluation = project.judge(model());
        EventCaptured first = stored();

        project.run(evaluation, first);
        project.run(evaluation, stored());
        project.run(evaluation, stored());

        List<JsonNode> signals = messages("signals.emitted", 2, evaluation);
        JsonNode signal = signals.stream()
                .filter(s -> s.path("source_id").asText().equals(evaluation + ":" + first.uuid()))
                .findFirst()
                .orElseThrow();
        assertEquals("llm_analytics", signal.path("source_product").asText());
        assertEquals("evaluation", signal.path("source_type").asText());
        assertEquals("The assistant swore.", signal.path("description").asText());
        assertEquals(0.7, signal.path("weight").asDouble());
        assertTrue(signal.path("idempotent").asBoolean());
        assertEquals("t1", signal.path("extra").path("trace_id").asText());
        assertEquals("openai_compatible", signal.path("extra").path("provider").asText());
        messages("evaluations.runs", 3, "succeeded", evaluation);
        try (TopicReader reader = TopicReader.of("signals.emitted")) {
            assertEquals(2, messages(reader, evaluation).size());
        }
    }

    @Test
    void signalsNothingThatIsInsignificantOrNegative() {
        PROVIDER.says(RUDE);
        PROVIDER.putsIntoWords(0.05);
        String evaluation = project.judge(model());
        project.run(evaluation, stored());
        PROVIDER.says(POLITE);
        project.run(evaluation, stored());

        messages("evaluations.runs", 2, "succeeded", evaluation);

        try (TopicReader reader = TopicReader.of("signals.emitted")) {
            assertEquals(List.of(), messages(reader, evaluation));
        }
    }

    @Test
    void asksNothingOfProjectsThatDidNotAgree() {
        project = new RunFixture(TestDirectory.newProject(
                o -> new Organization(o.id(), o.name(), false, o.projects(), o.github(), o.members())));
        PROVIDER.key(project.project());
        PROVIDER.says(RUDE);

        project.run(project.judge(model()), stored());

        await().until(() -> !PROVIDER.questions().isEmpty());
        assertEquals(1, PROVIDER.questions().size());
    }

    private void noVerdict(String evaluation) {
        messages("evaluations.runs", 1, "completed_at", evaluation);
        try (TopicReader captured = TopicReader.of("events.captured")) {
            assertEquals(List.of(), messages(captured, "$ai_evaluation\"", evaluation));
        }
    }

    private static Map<String, Object> enabled() {
        return Map.of("enabled", true, "model_configuration", model().get("model_configuration"));
    }

    private JsonNode key() {
        return Json.read(project.get("llm_analytics/provider_keys/" + key).asString(), JsonNode.class);
    }

    private EventCaptured stored() {
        EventCaptured event =
                project.generation("{\"$ai_input\":\"swear loudly\",\"$ai_output\":\"no\",\"$ai_trace_id\":\"t1\"}");
        events.save(List.of(event)).await().indefinitely();
        return event;
    }
}
