package dev.sightline.signals.model;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.sightline.model.ModelException;
import dev.sightline.model.ModelException.Kind;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.mutiny.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenAiEmbedderTest {

    private static final String PATH = "/v1/embeddings";

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
    private final Vertx vertx = Vertx.vertx();
    private String timeout = "20s";

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
        vertx.closeAndAwait();
    }

    @Test
    void vectorsComeInTheOrderOfTheTextsAndOfLengthOne() {
        answer(okJson("{\"object\":\"list\",\"data\":[{\"object\":\"embedding\",\"index\":1,\"embedding\":[0,2,0]},"
                + "{\"object\":\"embedding\",\"index\":0,\"embedding\":[3,0,4]}],\"model\":\"m\","
                + "\"usage\":{\"prompt_tokens\":5,\"total_tokens\":5}}"));

        List<float[]> vectors = embed(List.of("one", "two"));

        assertArrayEquals(new float[] {0.6f, 0, 0.8f}, vectors.get(0));
        assertArrayEquals(new float[] {0, 1, 0}, vectors.get(1));
        server.verify(postRequestedFor(urlEqualTo(PATH))
                .withHeader("Authorization", equalTo("Bearer secret"))
                .withRequestBody(
                        equalToJson("{\"model\":\"m\",\"input\":[\"one\",\"two\"],\"encoding_format\":\"float\"}")));
        assertEquals("m-3", embedder().name());
    }

    @Test
    void manyTextsAreSentInSeveralCalls() {
        answer(okJson("{\"data\":["
                + IntStream.range(0, 64)
                        .mapToObj(i -> "{\"index\":%d,\"embedding\":[1,0,0]}".formatted(i))
                        .collect(Collectors.joining(","))
                + "]}"));

        assertEquals(
                130,
                embed(IntStream.range(0, 130).mapToObj(i -> "t" + i).toList()).size());

        server.verify(3, postRequestedFor(urlEqualTo(PATH)));
    }

    @Test
    void noTextsAreNoCall() {
        assertTrue(embed(List.of()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"429, TRANSIENT", "500, TRANSIENT", "503, TRANSIENT", "400, REJECTED", "401, REJECTED"})
    void aRefusalIsToldFromAnOutage(int status, Kind kind) {
        answer(aResponse().withStatus(status).withBody("{\"error\":{\"message\":\"the text was: one\"}}"));

        ModelException failure = assertThrows(ModelException.class, () -> embed(List.of("one")));

        assertEquals(kind, failure.kind());
        assertEquals(status, failure.status());
        assertEquals("The embedder answered HTTP " + status + ".", failure.getMessage());
    }

    @Test
    void aBrokenConnectionAndSilenceAreOutages() {
        answer(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        assertEquals(
                Kind.TRANSIENT,
                assertThrows(ModelException.class, () -> embed(List.of("one"))).kind());

        answer(okJson("{}").withFixedDelay(2_000));
        timeout = "200ms";
        assertEquals(
                Kind.TRANSIENT,
                assertThrows(ModelException.class, () -> embed(List.of("one"))).kind());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            not JSON
            {"data":[]}
            {"data":[{"index":0,"embedding":[1,0]}]}
            {"data":[{"index":7,"embedding":[1,0,0]}]}
            """)
    void anAnswerThatIsNoVectorsIsAFailure(String body) {
        answer(aResponse().withBody(body));

        assertEquals(
                Kind.INTERNAL,
                assertThrows(ModelException.class, () -> embed(List.of("one"))).kind());
    }

    private void answer(ResponseDefinitionBuilder answer) {
        server.stubFor(post(urlEqualTo(PATH)).willReturn(answer));
    }

    private List<float[]> embed(List<String> texts) {
        return embedder().embed(texts).await().indefinitely();
    }

    private OpenAiEmbedder embedder() {
        EmbedderConfig config = new SmallRyeConfigBuilder()
                .withMapping(EmbedderConfig.class)
                .withDefaultValues(Map.of(
                        "sightline.signals.embedder.api-key", "secret",
                        "sightline.signals.embedder.name", "m",
                        "sightline.signals.embedder.dimensions", "3",
                        "sightline.signals.embedder.timeout", timeout))
                .withConverter(Duration.class, 300, new DurationConverter())
                .build()
                .getConfigMapping(EmbedderConfig.class);
        return new OpenAiEmbedder(vertx, URI.create(server.baseUrl() + "/v1/"), config);
    }
}
