package dev.sightline.observability.capture.multipart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.Json;
import dev.sightline.observability.capture.CaptureScenario;
import dev.sightline.testing.Packing;
import dev.sightline.testing.ServersResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Events in parts to rows (spec/platform.md B.6). */
@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class MultipartRoutesTest extends CaptureScenario {

    private static final String PARTS = "/i/v0/ai";

    @Test
    void storesAnEventInParts() {
        Multipart parts = new Multipart()
                .part("event", "application/json", bytes(event("$ai_generation")))
                .part("event.properties", "application/json", bytes("{'$ai_model':'gpt-4o','a':1}"))
                .part("event.properties.$ai_input", "application/json", bytes("[{'role':'user','content':'hi'}]"))
                .part(
                        "event.properties.$ai_output",
                        "text/plain; charset=utf-8",
                        "grüß".getBytes(StandardCharsets.UTF_8))
                .part("event.properties.raw", "application/octet-stream", new byte[] {1, 2, 3});

        HttpResponse<String> answer = wire.post(PARTS, headers(parts.type()), Packing.GZIP.pack(parts.body()));

        assertEquals(200, answer.statusCode(), answer.body());
        JsonNode accepted = Json.read(answer.body(), JsonNode.class).path("accepted_parts");
        assertEquals(5, accepted.size());
        assertEquals(
                "{\"name\":\"event.properties.raw\",\"length\":3,\"content-type\":\"application/octet-stream\",\"content-encoding\":null}",
                accepted.get(4).toString());
        JsonNode properties = stored(1).get(0).path("properties");
        assertEquals("hi", properties.at("/$ai_input/0/content").textValue());
        assertEquals("grüß", properties.path("$ai_output").textValue());
        assertEquals("AQID", properties.path("raw").textValue());
        assertEquals(1, properties.path("a").intValue());
    }

    static Stream<Arguments> refusedParts() {
        Multipart good = new Multipart()
                .part("event", null, bytes(event("$ai_generation")))
                .part("event.properties", null, bytes("{'$ai_model':'m'}"));
        return Stream.of(
                arguments(new Multipart(), 400, "request holds no event"),
                arguments(good.only("event.properties"), 400, "first part must be 'event'"),
                arguments(good.only("event"), 400, "event submitted without properties"),
                arguments(
                        new Multipart().part("event", null, bytes(event("$pageview"))),
                        400,
                        "event is not the name of an AI event"),
                arguments(
                        new Multipart().part("event", null, bytes("{'event':'$ai_span','distinct_id':3}")),
                        400,
                        "event submitted without a distinct_id"),
                arguments(
                        new Multipart().part("event", null, bytes("{'event':'$ai_span','distinct_id':'d'}")),
                        400,
                        "event submitted without a uuid"),
                arguments(
                        new Multipart()
                                .part("event", null, bytes(event("$ai_generation")))
                                .part("event.properties", null, bytes("{'$ai_model':''}")),
                        400,
                        "$ai_model is missing"),
                arguments(
                        good.and("event.properties.a.b", "text/plain", "x"),
                        400,
                        "part 'event.properties.a.b' names a property with a dot"),
                arguments(good.and("other", "text/plain", "x"), 400, "part 'other' is not expected"),
                arguments(good.and("event.properties.x", "text/plain", ""), 400, "part 'event.properties.x' is empty"),
                arguments(
                        good.and("event.properties.x", null, "x"),
                        400,
                        "part 'event.properties.x' has no content type"),
                arguments(
                        good.and("event.properties.x", "image/png", "x"),
                        400,
                        "part 'event.properties.x' has an unsupported content type"),
                arguments(
                        good.and("event.properties.$ai_model", "text/plain", "x"),
                        400,
                        "part 'event.properties.$ai_model' repeats a property"),
                arguments(
                        good.and("event.properties.x", "application/json", "{"),
                        400,
                        "failed to parse request: invalid JSON at byte 1"),
                arguments(good.shortened(), 400, "failed to parse request: invalid multipart body"),
                arguments(
                        new Multipart().part("event", null, bytes("{'x':'" + "x".repeat(32 * 1024) + "'}")),
                        413,
                        "maximum event size exceeded"),
                arguments(
                        new Multipart()
                                .part("event", null, bytes(event("$ai_span")))
                                .part("event.properties", null, bytes("{'x':'" + "x".repeat(960 * 1024) + "'}")),
                        413,
                        "maximum event size exceeded"));
    }

    @ParameterizedTest(name = "{1} {2} ({index})")
    @MethodSource("refusedParts")
    void refusesWrongPartsAndStoresNothing(Multipart parts, int status, String reason) {
        refused(wire.post(PARTS, headers(parts.type()), parts.body()), status, reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "multipart/form-data", "multipart/form-data; boundary="})
    void refusesABodyThatIsNotInParts(String type) {
        refused(wire.post(PARTS, headers(type), bytes("{}")), 400, "expected multipart/form-data with a boundary");
    }

    private static String event(String name) {
        return "{'event':'" + name + "','distinct_id':'d','uuid':'" + UUID.randomUUID() + "'}";
    }
}
