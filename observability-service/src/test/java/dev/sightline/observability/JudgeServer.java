package dev.sightline.observability;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.sightline.json.Json;
import dev.sightline.testing.TestProject;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;

/** A provider on this machine that speaks OpenAI's protocol and says what a test wants it to. */
public final class JudgeServer implements AutoCloseable {

    private static final String SIGNAL = "engineer's inbox";

    private final WireMockServer server =
            new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));

    public JudgeServer() {
        server.start();
    }

    public String url() {
        return server.baseUrl() + "/v1";
    }

    /** Every judgement from now on is answered with this text, and put into words of this significance. */
    public void says(String text) {
        server.resetAll();
        server.stubFor(chat().willReturn(answer(text)));
        putsIntoWords(0.7);
    }

    public void putsIntoWords(double significance) {
        String words =
                Json.write(Map.of("title", "t", "description", "The assistant swore.", "significance", significance));
        server.stubFor(chat().atPriority(1).withRequestBody(containing(SIGNAL)).willReturn(answer(words)));
    }

    /** Every question from now on is refused. */
    public void refuses(int status) {
        server.resetAll();
        server.stubFor(chat().willReturn(refusal(status)));
    }

    /** Every question from now on is refused for want of credit, with the status of those who ask too often. */
    public void isOutOfCredit() {
        server.resetAll();
        server.stubFor(chat().willReturn(aResponse()
                .withStatus(429)
                .withBody("{\"error\":{\"message\":\"no\",\"code\":\"insufficient_quota\"}}")));
    }

    /** Questions with a schema are refused, others are answered. */
    public void takesNoSchema(String text) {
        says(text);
        server.stubFor(chat().atPriority(1)
                .withRequestBody(containing("\"response_format\""))
                .willReturn(aResponse()
                        .withStatus(400)
                        .withBody("{\"error\":{\"message\":\"response_format is not supported with this model\"}}")));
    }

    /** The first question is refused, later ones are answered. */
    public void refusesOnce(int status, String text) {
        first(refusal(status), answer(text));
    }

    /** The first question is refused in one way, later ones in another. */
    public void refuses(int first, int later) {
        first(refusal(first), refusal(later));
    }

    private void first(ResponseDefinitionBuilder first, ResponseDefinitionBuilder later) {
        server.resetAll();
        server.stubFor(chat().inScenario("once")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(first)
                .willSetStateTo("again"));
        server.stubFor(chat().inScenario("once").whenScenarioStateIs("again").willReturn(later));
    }

    private static MappingBuilder chat() {
        return post(urlPathEqualTo("/v1/chat/completions"));
    }

    private static ResponseDefinitionBuilder refusal(int status) {
        return aResponse().withStatus(status).withBody("{\"error\":{\"message\":\"no\"}}");
    }

    private static ResponseDefinitionBuilder answer(String text) {
        Map<String, Object> message = Map.of("role", "assistant", "content", text);
        return aResponse()
                .withHeader("Content-Type", "application/json")
                .withBody(Json.write(Map.of(
                        "id",
                        "a",
                        "object",
                        "chat.completion",
                        "created",
                        1,
                        "model",
                        "m",
                        "choices",
                        List.of(Map.of("index", 0, "finish_reason", "stop", "message", message)),
                        "usage",
                        Map.of("prompt_tokens", 11, "completion_tokens", 5, "total_tokens", 16))));
    }

    /** The bodies of all questions since the last change of what it says. */
    public List<String> questions() {
        return server.getAllServeEvents().stream()
                .map(event -> event.getRequest().getBodyAsString())
                .toList();
    }

    /** Stores a key of this provider in the project and returns its id. */
    public String key(TestProject project) {
        return RestAssured.given()
                .auth()
                .oauth2(project.key())
                .contentType("application/json")
                .body(Map.of(
                        "provider", "openai_compatible",
                        "name", "mine",
                        "api_key", "sk-secret-0123456789",
                        "base_url", url()))
                .post("/api/projects/" + project.id() + "/llm_analytics/provider_keys/")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Override
    public void close() {
        server.stop();
    }
}
