package dev.sightline.signals.model;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.matching.StringValuePattern;
import dev.sightline.json.Json;
import dev.sightline.model.provider.LanguageModels;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.test.junit.QuarkusMock;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A provider for tests, in the shapes of OpenAI's chat completions, and the one project that uses it. */
public final class ModelDouble implements AutoCloseable {

    private static final String PATH = "/v1/chat/completions";

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    public ModelDouble() {
        server.start();
    }

    /** Has one project use it until the test is over; all others go on without a model. */
    public void serve(int projectId) {
        ModelConfig config = new SmallRyeConfigBuilder()
                .withMapping(ModelConfig.class)
                .withDefaultValues(Map.of(
                        "sightline.signals.model.provider", "openai_compatible",
                        "sightline.signals.model.name", "double-1",
                        "sightline.signals.model.base-url", server.baseUrl() + "/v1",
                        "sightline.signals.model.projects", String.valueOf(projectId),
                        "sightline.signals.model.timeout", "5s"))
                .withConverter(Duration.class, 300, new DurationConverter())
                .build()
                .getConfigMapping(ModelConfig.class);
        QuarkusMock.installMockForType(
                new SignalModel(
                        config, bean(LanguageModels.class), bean(StoredAnswers.class), bean(MeterRegistry.class)),
                SignalModel.class);
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }

    /** What it answers to a question. */
    public void answer(String question, String content) {
        reply(question, completion(content));
    }

    /** What it answers to a question in which this occurs. */
    public void answer(String question, StringValuePattern about, String content) {
        server.stubFor(post(urlEqualTo(PATH))
                .withRequestBody(named(question))
                .withRequestBody(about)
                .willReturn(completion(content)));
    }

    private static ResponseDefinitionBuilder completion(String content) {
        return okJson(Json.write(Map.of(
                "id",
                "c",
                "object",
                "chat.completion",
                "model",
                "double-1",
                "choices",
                List.of(Map.of(
                        "index",
                        0,
                        "finish_reason",
                        "stop",
                        "message",
                        Map.of("role", "assistant", "content", content))),
                "usage",
                Map.of("prompt_tokens", 10, "completion_tokens", 5, "total_tokens", 15))));
    }

    /** What happens when a question is asked. */
    public void fail(String question, int status) {
        reply(question, aResponse().withStatus(status).withBody("{\"error\":{\"message\":\"no\"}}"));
    }

    private void reply(String question, ResponseDefinitionBuilder reply) {
        server.stubFor(post(urlEqualTo(PATH)).withRequestBody(named(question)).willReturn(reply));
    }

    /** How often a question was asked. */
    public int asked(String question) {
        return server.countRequestsMatching(postRequestedFor(urlEqualTo(PATH))
                        .withRequestBody(named(question))
                        .build())
                .getCount();
    }

    private static StringValuePattern named(String question) {
        return matchingJsonPath("$.response_format.json_schema.name", equalTo(question));
    }

    @Override
    public void close() {
        server.stop();
    }
}
