package dev.sightline.observability.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.observability.capture.multipart.Multipart;
import dev.sightline.testing.Noise;
import dev.sightline.testing.Packing;
import dev.sightline.testing.ServersResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the routes of AI events and of version 1 have in common. */
@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class AiRoutesTest extends CaptureScenario {

    private static final String OTEL = "/i/v0/ai/otel";
    private static final String PARTS = "/i/v0/ai";
    private static final String V1 = "/i/v1/analytics/events";
    private static final String UUID = "018f0000-0000-7000-8000-000000000001";

    @Test
    void completesAiEventsOfTheBatchRoutes() {
        batch("{'event':'$ai_generation','distinct_id':'d','properties':{'$ai_trace_id':7,'$ai_model':'gpt-4o',"
                + "'$ai_input_tokens':1000000,'$ai_is_error':true,'$ai_error':'429 too fast',"
                + "'$ai_model_parameters':{'temperature':0}}}");

        JsonNode properties = stored(1).get(0).path("properties");
        assertEquals("7", properties.path("$ai_trace_id").textValue());
        assertEquals(2.5, properties.path("$ai_input_cost_usd").doubleValue());
        assertEquals("<N> too fast", properties.path("$ai_error_normalized").textValue());
        assertTrue(properties.has("$ai_temperature"));
    }

    @Test
    void takesEightMegabytesOnEveryRouteAndRefusesNine() {
        byte[] eight = Noise.text(8_000_000).getBytes(StandardCharsets.US_ASCII);
        byte[] nine = Noise.text(9_000_000).getBytes(StandardCharsets.US_ASCII);

        for (byte[] large : List.of(nine, eight)) {
            int expected = large == eight ? 200 : 413;
            Multipart parts = new Multipart()
                    .part(
                            "event",
                            null,
                            bytes("{'event':'$ai_trace','distinct_id':'d','uuid':'" + UUID.replace('8', '9')
                                    + "','properties':{}}"))
                    .part("event.properties.$ai_input_state", "text/plain", large);
            assertEquals(
                    expected,
                    wire.post(PARTS, headers(parts.type()), parts.body()).statusCode());

            String text = new String(large, StandardCharsets.US_ASCII);
            byte[] v1 = bytes("{'batch':[" + v1Event(",'properties':{'$ai_input':'" + text + "'}") + "]}");
            assertEquals(
                    expected,
                    wire.post(V1, headers("application/json"), Packing.GZIP.pack(v1))
                            .statusCode());

            byte[] batch = bytes("{'api_key':'" + project.captureToken()
                    + "','batch':[{'event':'$ai_trace','distinct_id':'d','properties':{'$ai_input_state':'" + text
                    + "'}}]}");
            assertEquals(
                    expected,
                    wire.post("/i/v0/ai/batch/", Map.of(), Packing.GZIP.pack(batch))
                            .statusCode());
        }
        stored(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {OTEL, PARTS, V1})
    void wantsATokenInTheHeader(String path) {
        HttpResponse<String> none = wire.post(path, Map.of(), bytes("{}"));
        HttpResponse<String> personal = wire.post(path, Map.of("Authorization", "Bearer phx_1"), bytes("{}"));

        assertEquals(401, none.statusCode());
        assertTrue(none.body().contains("event submitted without an api_key"), none.body());
        assertEquals(401, personal.statusCode());
        assertTrue(personal.body().contains("API key is not valid: personal_api_key"), personal.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {OTEL, PARTS, V1, "/i/v0/ai/batch"})
    void answersOptionsAndNoGet(String path) {
        assertEquals(
                200,
                wire.send("OPTIONS", path, Map.of("Origin", "https://a"), new byte[0])
                        .statusCode());
        assertFalse(wire.send("GET", path, Map.of(), new byte[0]).statusCode() < 400);
    }

    @Test
    void dropsWhatATokenNobodyHasSends() {
        byte[] body = bytes("{'batch':[" + v1Event("") + "]}");
        Map<String, String> headers = Map.of("Authorization", "Bearer phc_nobody", "Content-Type", "application/json");

        assertTrue(wire.post(V1, headers, body).body().contains("\"ok\""));
    }

    private static String v1Event(String members) {
        String event = "{'event':'e','distinct_id':'d','uuid':'" + UUID + "','timestamp':'" + Instant.now() + "'";
        return event + members + "}";
    }
}
