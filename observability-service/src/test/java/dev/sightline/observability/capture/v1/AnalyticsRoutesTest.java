package dev.sightline.observability.capture.v1;

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
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Events of version 1 to rows (spec/platform.md B.5). */
@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class AnalyticsRoutesTest extends CaptureScenario {

    private static final String V1 = "/i/v1/analytics/events";
    private static final String UUID_1 = "018f0000-0000-7000-8000-000000000001";
    private static final String UUID_2 = "018f0000-0000-7000-8000-000000000002";

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "DEFLATE", "ZSTD"})
    void takesVersionOneInEveryPacking(Packing packing) {
        Map<String, String> headers = headers("application/json");
        headers.put("Content-Encoding", packing.name().toLowerCase(Locale.ROOT));
        headers.put("PostHog-Sdk-Info", "posthog-python/7.53.0");
        byte[] body = bytes("{'created_at':'2026-11-21T10:00:00Z','batch':["
                + v1Event(
                        UUID_1,
                        ",'session_id':'s1','window_id':'w1','options':{'process_person_profile':false},'properties':{'a':1}")
                + "]}");

        HttpResponse<String> answer = wire.post(V1, headers, packing.pack(body));

        assertEquals("{\"results\":{\"" + UUID_1 + "\":{\"result\":\"ok\",\"details\":null}}}", answer.body());
        assertEquals(200, answer.statusCode());
        JsonNode properties = stored(1).get(0).path("properties");
        assertEquals(
                Json.read(
                        "{\"a\":1,\"$session_id\":\"s1\",\"$window_id\":\"w1\",\"$process_person_profile\":false,"
                                + "\"$lib\":\"posthog-python\",\"$lib_version\":\"7.53.0\"}",
                        JsonNode.class),
                properties);
    }

    static Stream<Arguments> dropped() {
        return Stream.of(
                arguments("'timestamp':'yesterday'", "timestamp is not a time with an offset"),
                arguments("'timestamp':'2026-11-21T10:00:00'", "timestamp is not a time with an offset"),
                arguments("'timestamp':null", "timestamp is not a time with an offset"),
                arguments("'distinct_id':''", "event submitted without a distinct_id"),
                arguments("'event':''", "event submitted without an event name"),
                arguments("'properties':[]", "properties is not an object"),
                arguments("'options':3", "options has the wrong type"),
                arguments("'options':{'cookieless_mode':'yes'}", "options.cookieless_mode has the wrong type"),
                arguments(
                        "'options':{'disable_skew_correction':1}",
                        "options.disable_skew_correction has the wrong type"),
                arguments(
                        "'options':{'process_person_profile':0}", "options.process_person_profile has the wrong type"),
                arguments("'options':{'product_tour_id':7}", "options.product_tour_id has the wrong type"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dropped")
    void dropsOneEventAndTakesItsNeighbour(String member, String details) {
        String bad = v1Event(UUID_1, "," + member);
        byte[] body = bytes("{'batch':[" + bad + "," + v1Event(UUID_2, "") + "]}");

        HttpResponse<String> answer = wire.post(V1, headers("application/json"), body);

        JsonNode results = Json.read(answer.body(), JsonNode.class).path("results");
        assertEquals("drop", results.path(UUID_1).path("result").textValue());
        assertEquals(details, results.path(UUID_1).path("details").textValue());
        assertEquals("ok", results.path(UUID_2).path("result").textValue());
        assertEquals(UUID_2, stored(1).get(0).path("uuid").textValue());
    }

    static Stream<Arguments> refusedVersionOne() {
        return Stream.of(
                arguments("", 400, "request holds no event"),
                arguments("{'batch':[]}", 400, "request holds no event"),
                arguments("{}", 400, "failed to parse request: batch is not a list"),
                arguments("[]", 400, "failed to parse request: batch is not a list"),
                arguments("{'batch':[3]}", 400, "failed to parse request: event without a valid uuid"),
                arguments("{'batch':[{'event':'e'}]}", 400, "failed to parse request: event without a valid uuid"),
                arguments("{'batch':", 400, "failed to parse request: invalid JSON at byte 9"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusedVersionOne")
    void refusesVersionOneInJson(String json, int status, String reason) {
        refused(wire.post(V1, headers("application/json"), bytes(json)), status, "{\"error\":\"" + reason + "\"}");
    }

    @Test
    void refusesEncodingsItDoesNotKnow() {
        Map<String, String> headers = headers("application/json");
        headers.put("Content-Encoding", "br");

        refused(
                wire.post(V1, headers, bytes("{}")),
                415,
                "{\"error\":\"unsupported content encoding, expected gzip, deflate or zstd\"}");
    }

    private static String v1Event(String uuid, String members) {
        String event = "{\"event\":\"e\",\"distinct_id\":\"d\",\"uuid\":\"" + uuid + "\",\"timestamp\":\""
                + Instant.now() + "\"";
        return event + members.replace('\'', '"') + "}";
    }
}
