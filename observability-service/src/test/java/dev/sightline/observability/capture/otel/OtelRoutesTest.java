package dev.sightline.observability.capture.otel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.observability.capture.CaptureScenario;
import dev.sightline.testing.Bomb;
import dev.sightline.testing.Packing;
import dev.sightline.testing.RecordedRequest;
import dev.sightline.testing.ServersResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Traces from exporters to rows (spec/platform.md B.6). */
@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class OtelRoutesTest extends CaptureScenario {

    private static final String OTEL = "/i/v0/ai/otel";

    @Test
    void storesWhatTheExporterOfPosthogAiSends() {
        RecordedRequest recorded = RecordedRequest.of("otel1").get(0).sent(project.captureToken(), Instant.now());
        byte[] body = recentSpans(recorded.body());

        HttpResponse<String> answer = wire.post(OTEL, headers("application/json"), body);

        assertEquals("{}", answer.body());
        assertEquals(200, answer.statusCode());
        JsonNode event = stored(1).get(0);
        assertEquals("$ai_generation", event.path("event").textValue());
        assertEquals("u1", event.path("distinct_id").textValue());
        assertEquals("gpt-4o", event.at("/properties/$ai_model").textValue());
        assertEquals("openai", event.at("/properties/$ai_provider").textValue());
        assertEquals(5, event.at("/properties/$ai_input_tokens").intValue());
        assertEquals("my-svc", event.at("/properties/service.name").textValue());
        assertEquals(
                (5 * 2.5 + 2 * 10) / 1_000_000,
                event.at("/properties/$ai_total_cost_usd").doubleValue(),
                1e-12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/i/v0/ai/otel", "/i/v0/ai/otel/", "/i/v0/llma_otel"})
    void takesProtobufAndStoresASpanOnceHoweverOftenItIsSent(String path) {
        byte[] body = Otlp.export(nanos()).toByteArray();

        assertEquals(
                200, wire.post(path, headers("application/x-protobuf"), body).statusCode());
        assertEquals(
                200,
                wire.post(path, headers("application/x-protobuf"), Packing.GZIP.pack(body))
                        .statusCode());
        batch("{'event':'last','distinct_id':'d'}");

        assertEquals(
                List.of("$ai_generation", "last"),
                stored(2).stream()
                        .map(event -> event.path("event").textValue())
                        .sorted()
                        .toList());
    }

    static Stream<Arguments> refusedTraces() {
        byte[] good = Otlp.export(nanos()).toByteArray();
        return Stream.of(
                arguments(
                        "application/json",
                        bytes("{'resourceSpans':3}"),
                        400,
                        "failed to parse request: resourceSpans is not a list"),
                arguments(
                        "application/json",
                        bytes("{'resourceSpans'"),
                        400,
                        "failed to parse request: invalid JSON at byte 16"),
                arguments("application/json", new byte[0], 400, "request holds no event"),
                arguments("application/x-protobuf", bytes("{}"), 400, "failed to parse request: invalid protobuf"),
                arguments(
                        "application/x-protobuf",
                        Arrays.copyOf(good, good.length - 1),
                        400,
                        "failed to parse request: invalid protobuf"),
                arguments(
                        "application/x-protobuf",
                        Arrays.copyOf(Packing.GZIP.pack(good), 40),
                        400,
                        "failed to parse request: invalid gzip"),
                arguments("application/x-protobuf", Bomb.gzip(), 413, "maximum event size exceeded"),
                arguments("application/x-protobuf", new byte[4 * 1024 * 1024 + 1], 413, "maximum event size exceeded"),
                arguments(
                        "text/plain",
                        good,
                        400,
                        "unsupported content type, expected application/x-protobuf or application/json"));
    }

    @ParameterizedTest(name = "{0} {2} {3} ({index})")
    @MethodSource("refusedTraces")
    void refusesMalformedTracesAndStoresNothing(String type, byte[] body, int status, String reason) {
        refused(wire.post(OTEL, headers(type), body), status, reason);
    }

    /** Spans carry nanoseconds, which the shifting of recorded requests leaves alone. */
    private static byte[] recentSpans(byte[] body) {
        String now = Instant.now().getEpochSecond() + "000000000";
        String text = new String(body, StandardCharsets.UTF_8);
        return text.replaceAll("(UnixNano\":)\"\\d+\"", "$1\"" + now + "\"").getBytes(StandardCharsets.UTF_8);
    }

    private static long nanos() {
        return Instant.now().getEpochSecond() * 1_000_000_000L;
    }
}
