package dev.sightline.vision.observation;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import dev.sightline.json.Json;
import dev.sightline.vision.analysis.DemoSession;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Observations by models of a provider, over the wire. */
@QuarkusTest
class ProviderFlowTest {

    private static final String COMPLETIONS = "/v1/chat/completions";

    @Inject
    Visit visit;

    @Inject
    Pool pool;

    @Inject
    MeterRegistry metrics;

    @ConfigProperty(name = "test.provider.port")
    int port;

    private final String model = "model-" + UUID.randomUUID();
    private WireMock provider;

    @BeforeEach
    void connect() {
        provider = new WireMock("127.0.0.1", port);
    }

    @Test
    void aModelsAnswerBecomesTheObservationAndItsTokensAreKept() {
        says("{\"reasoning\": \"The kettle failed (t 3).\", \"verdict\": \"yes\", \"confidence\": 0.9}");
        double before = tokens();
        String session = visit.record(DemoSession.of("kettle-error-leaves"));

        var seen = visit.observed(scanner("openai_compatible"), session, "succeeded");

        seen.body("results[0].scanner_result.model_output.verdict", equalTo("yes"))
                .body("results[0].scanner_result.model_output.reasoning", equalTo("The kettle failed."))
                .body("results[0].scanner_result.model_output.reasoning_segments[1].timestamp_ms", equalTo(3000))
                .body("results[0].scanner_snapshot.model", equalTo(model));
        Row row = row(seen.extract().path("results[0].id"));
        assertEquals(1200, row.getLong("input_tokens"));
        assertEquals(34, row.getLong("output_tokens"));
        assertTrue(tokens() >= before + 1200);
    }

    @Test
    void anAnswerThatBreaksTheSchemaTwiceFailsTheValidation() {
        says("{\"verdict\": \"perhaps\"}");
        String session = visit.record(DemoSession.of("kettle-error-leaves"));

        visit.observed(scanner("openai_compatible"), session, "failed")
                .body(
                        "results[0].error_reason",
                        equalTo("validation_failed:The model's answer broke its rules twice."));
        assertEquals(2, calls());
    }

    @Test
    void whatNoDatabaseKeepsIsLeftOut() {
        says("{\"reasoning\": \"A \\u0000kettle.\", \"verdict\": \"yes\", \"confidence\": 0.9}");
        String session = visit.record(DemoSession.of("kettle-error-leaves"));

        visit.observed(scanner("openai_compatible"), session, "succeeded")
                .body("results[0].scanner_result.model_output.reasoning", equalTo("A kettle."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"choices\": [{\"index\": 0, \"finish_reason\": \"stop\", \"message\": {\"role\": \"assist",
                "{\"choices\": []}",
                "<html>Bad gateway</html>",
                ""
            })
    void anAnswerThatIsNoneFailsAndSaysNothingOfIt(String body) {
        answers(aResponse().withBody(body));
        String session = visit.record(DemoSession.of("kettle-error-leaves"));

        String reason = visit.observed(scanner("openai_compatible"), session, "failed")
                .extract()
                .path("results[0].error_reason");

        assertTrue(reason.matches("(validation_failed|provider_transient|internal_error):[^<{]*"), reason);
    }

    @Test
    void aRefusalIsToldWithoutItsWords() {
        answers(aResponse().withBody(Json.write(Map.of("choices", new Object[] {
            Map.of(
                    "index",
                    0,
                    "finish_reason",
                    "stop",
                    "message",
                    Map.of("role", "assistant", "refusal", "I would rather not look at this kettle."))
        }))));
        String session = visit.record(DemoSession.of("kettle-error-leaves"));

        visit.observed(scanner("openai_compatible"), session, "failed")
                .body("results[0].error_reason", equalTo("provider_rejected:The model refused to answer."));
        assertEquals(1, calls());
    }

    @Test
    void whoAsksToWaitTooLongIsNotWaitedFor() {
        answers(aResponse().withStatus(429).withHeader("Retry-After", "3600"));
        String session = visit.record(DemoSession.of("kettle-error-leaves"));

        visit.observed(scanner("openai_compatible"), session, "failed")
                .body("results[0].error_reason", startsWith("provider_transient:"));
        assertEquals(1, calls());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | 1 | provider_rejected:The provider refused the request (HTTP 401): check the API key.",
                "404 | 1 | provider_rejected:The provider refused the request (HTTP 404): check the model's name.",
                "429 | 2 | provider_transient:The provider could not answer now (HTTP 429).",
                "500 | 2 | provider_transient:The provider could not answer now (HTTP 500).",
            })
    void whatAProviderAnswersBadlyIsClassified(int status, int calls, String reason) {
        answers(aResponse().withStatus(status).withBody("{\"error\": {\"message\": \"you said: kettle\"}}"));
        String session = visit.record(DemoSession.of("kettle-error-leaves"));

        visit.observed(scanner("openai_compatible"), session, "failed")
                .body("results[0].error_reason", equalTo(reason));
        assertEquals(calls, calls());
    }

    @Test
    void aProviderWithoutAKeyNamesTheSetting() {
        String session = visit.record(DemoSession.of("kettle-error-leaves"));

        visit.observed(scanner("google"), session, "failed")
                .body(
                        "results[0].error_reason",
                        equalTo("provider_rejected:The provider google is not set up in this installation:"
                                + " sightline.vision.providers.google.api-key"
                                + " (SIGHTLINE_VISION_PROVIDERS_GOOGLE_API_KEY) is missing."));
    }

    @Test
    void aModelThatIsNotOnTheListIsNotAsked() {
        String session = visit.record(DemoSession.of("kettle-error-leaves"));
        String scanner = scanner("openai_compatible");
        pool.preparedQuery("update scanner set provider = 'openai' where project_id = $1 and id = $2")
                .execute(Tuple.of(visit.project().id(), UUID.fromString(scanner)))
                .await()
                .indefinitely();

        visit.observed(scanner, session, "failed")
                .body(
                        "results[0].error_reason",
                        equalTo("provider_rejected:The model is not in this installation's list of the provider"
                                + " openai."));
        assertEquals(0, calls());
    }

    private String scanner(String with) {
        return visit.created(Map.of(
                "name",
                "by " + with,
                "scanner_type",
                "monitor",
                "scanner_config",
                Map.of("prompt", "Did the visitor run into an error?"),
                "provider",
                with,
                "model",
                model));
    }

    private void says(String text) {
        answers(aResponse()
                .withBody(Json.write(Map.of(
                        "choices",
                        new Object[] {
                            Map.of(
                                    "index",
                                    0,
                                    "finish_reason",
                                    "stop",
                                    "message",
                                    Map.of("role", "assistant", "content", text))
                        },
                        "usage",
                        Map.of("prompt_tokens", 1200, "completion_tokens", 34, "total_tokens", 1234)))));
    }

    private void answers(ResponseDefinitionBuilder response) {
        provider.register(post(urlEqualTo(COMPLETIONS))
                .withRequestBody(matchingJsonPath("$.model", WireMock.equalTo(model)))
                .willReturn(response));
    }

    private int calls() {
        RequestPatternBuilder mine = postRequestedFor(urlEqualTo(COMPLETIONS))
                .withRequestBody(matchingJsonPath("$.model", WireMock.equalTo(model)));
        return provider.find(mine).size();
    }

    private Row row(String id) {
        return pool.preparedQuery("select input_tokens, output_tokens from observation where id = $1")
                .execute(Tuple.of(UUID.fromString(id)))
                .map(rows -> rows.iterator().next())
                .await()
                .indefinitely();
    }

    private double tokens() {
        var counter = metrics.find("sightline.model.tokens")
                .tags("provider", "openai_compatible", "direction", "input")
                .counter();
        return counter == null ? 0 : counter.count();
    }
}
