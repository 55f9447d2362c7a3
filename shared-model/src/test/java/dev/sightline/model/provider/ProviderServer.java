package dev.sightline.model.provider;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.sightline.json.Json;
import dev.sightline.model.LanguageModel;
import dev.sightline.model.ModelAnswer;
import dev.sightline.model.ModelException;
import dev.sightline.model.ModelMessage;
import dev.sightline.model.ModelRequest;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A provider on this machine, and the adapters pointed at it. */
final class ProviderServer implements AutoCloseable {

    static final String KEY = "sk-secret-0123456789";
    static final Duration PATIENCE = Duration.ofSeconds(30);

    final WireMockServer server =
            new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
    final Vertx vertx = Vertx.vertx();
    final MeterRegistry metrics = new SimpleMeterRegistry();
    /** Vert.x closes a client that nobody holds any more, calls in flight or not. */
    private final List<Object> held = new ArrayList<>();

    private final LanguageModels models;

    ProviderServer() {
        server.start();
        models = models(new SystemNames(vertx));
    }

    void answers(ResponseDefinitionBuilder response) {
        server.resetAll();
        server.stubFor(any(anyUrl()).willReturn(response));
    }

    void answers(String body) {
        answers(aResponse().withHeader("Content-Type", "application/json").withBody(body));
    }

    LanguageModel model(Provider provider) {
        return models.open(access(provider));
    }

    LanguageModels models() {
        return models;
    }

    LanguageModels models(Names names) {
        ProviderSettings settings = new Settings(true);
        Transport transport = new Transport(vertx, new Destinations(names, settings), settings);
        held.add(names);
        held.add(transport);
        return new LanguageModels(transport, new ModelMetrics(metrics));
    }

    ProviderAccess access(Provider provider) {
        return new ProviderAccess(provider, KEY, URI.create(server.baseUrl() + "/v1/"));
    }

    ModelAnswer ask(Provider provider) {
        return model(provider).answer(question()).await().atMost(PATIENCE);
    }

    ModelException failure(Provider provider) {
        return failure(model(provider), question());
    }

    static ModelException failure(LanguageModel model, ModelRequest question) {
        return (ModelException) model.answer(question)
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .awaitFailure(PATIENCE)
                .getFailure();
    }

    LoggedRequest lastRequest() {
        return server.getAllServeEvents().get(0).getRequest();
    }

    JsonNode lastBody() {
        return Json.read(lastRequest().getBodyAsString(), JsonNode.class);
    }

    static ModelRequest question() {
        return question("some-model", PATIENCE);
    }

    static ModelRequest question(String model, Duration timeout) {
        List<ModelMessage> messages = List.of(
                ModelMessage.system("Judge."),
                ModelMessage.user("Was it good?"),
                ModelMessage.assistant("Perhaps."),
                new ModelMessage(
                        ModelMessage.Role.USER,
                        "Decide.",
                        List.of(new ModelMessage.Image("image/png", new byte[] {1, 2, 3}))));
        return new ModelRequest(model, messages, "verdict", Json.read("""
                        {"type": "object", "additionalProperties": false, "required": ["reason", "score"],
                         "properties": {"reason": {"type": "string", "maxLength": 9},
                                        "score": {"type": "number", "minimum": 0, "maximum": 5}}}""", ObjectNode.class), 0.0, 700, timeout);
    }

    @Override
    public void close() {
        server.stop();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    record Settings(boolean allowPrivateAddresses) implements ProviderSettings {

        @Override
        public Duration connectTimeout() {
            return Duration.ofSeconds(5);
        }

        @Override
        public int connections() {
            return 256;
        }

        @Override
        public int maxAnswerBytes() {
            return 100_000;
        }
    }
}
