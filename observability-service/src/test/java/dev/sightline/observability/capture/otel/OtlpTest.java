package dev.sightline.observability.capture.otel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.capture.CaptureRefused;
import dev.sightline.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both wire forms of OTLP, and the event a span becomes (spec/platform.md B.6). */
class OtlpTest {

    private static final String TRACE = Otlp.TRACE;
    private static final String SPAN = Otlp.SPAN;
    private static final String PARENT = Otlp.PARENT;

    private static final String JSON = """
            {"resourceSpans": [{
              "resource": {"attributes": [{"key": "service.name", "value": {"stringValue": "shop"}}]},
              "scopeSpans": [{"scope": {"name": "t"}, "spans": [{
                "traceId": "%s", "spanId": "%s", "parentSpanId": "%s", "name": "chat gpt-4o", "kind": 1,
                "startTimeUnixNano": "1795197207814000000", "endTimeUnixNano": 1795197208064000000,
                "attributes": [
                  {"key": "gen_ai.operation.name", "value": {"stringValue": "chat"}},
                  {"key": "n", "value": {"intValue": "-5"}},
                  {"key": "d", "value": {"doubleValue": 0.5}},
                  {"key": "b", "value": {"boolValue": true}},
                  {"key": "raw", "value": {"bytesValue": "/wE="}},
                  {"key": "list", "value": {"arrayValue": {"values": [{"intValue": 1}, {"stringValue": "x"}, {}]}}},
                  {"key": "map", "value": {"kvlistValue": {"values": [{"key": "k", "value": {"boolValue": false}}]}}},
                  {"key": "nothing", "value": {}}],
                "events": [{"timeUnixNano": "1795197207814000001", "name": "gen_ai.user.message",
                            "attributes": [{"key": "content", "value": {"stringValue": "hello"}}]}],
                "status": {"code": 2, "message": "broke"}}]}]}]}""".formatted(TRACE, SPAN, PARENT);

    @Test
    void readsTheSameSpanFromBothForms() {
        Span fromJson = JsonSpans.read(bytes(JSON)).get(0);
        Span fromProtobuf = ProtobufSpans.read(Otlp.export().toByteArray()).get(0);

        assertEquals(fromJson, fromProtobuf);
        assertEquals(
                Json.read(
                        "{\"gen_ai.operation.name\":\"chat\",\"n\":\"-5\",\"d\":0.5,\"b\":true,\"raw\":\"ff01\","
                                + "\"list\":[\"1\",\"x\",null],\"map\":{\"k\":false},\"nothing\":null}",
                        ObjectNode.class),
                fromJson.attributes());
    }

    @Test
    void makesAnEventOfASpan() {
        ObjectNode event = SpanEvent.of(JsonSpans.read(bytes(JSON)).get(0));
        var properties = event.path("properties");

        assertEquals("$ai_generation", event.path("event").textValue());
        assertEquals("2026-11-20T17:53:27.814Z", event.path("timestamp").textValue());
        assertEquals(TRACE, properties.path("$ai_trace_id").textValue());
        assertEquals(SPAN, properties.path("$ai_span_id").textValue());
        assertEquals(PARENT, properties.path("$ai_parent_id").textValue());
        assertEquals("otel", properties.path("$ai_ingestion_source").textValue());
        assertEquals("chat gpt-4o", properties.path("$otel_span_name").textValue());
        assertEquals(
                "1795197207814000000",
                properties.path("$otel_start_time_unix_nano").textValue());
        assertEquals(
                "1795197208064000000",
                properties.path("$otel_end_time_unix_nano").textValue());
        assertEquals(0.25, properties.path("$ai_latency").doubleValue());
        assertEquals("shop", properties.path("service.name").textValue());
        assertTrue(properties.path("$ai_is_error").booleanValue());
        assertEquals("broke", properties.path("$ai_error").textValue());
        assertEquals(
                "[{\"role\":\"user\",\"content\":\"hello\"}]",
                properties.path("$ai_input").toString());
    }

    @Test
    void makesTheSameEventOfTheSameSpan() {
        List<Span> once = JsonSpans.read(bytes(JSON));
        List<Span> again = ProtobufSpans.read(Otlp.export().toByteArray());

        assertEquals(
                SpanEvent.of(once.get(0)).path("uuid"),
                SpanEvent.of(again.get(0)).path("uuid"));
    }

    @ParameterizedTest
    @CsvSource({
        "chat, $ai_generation",
        "embeddings, $ai_embedding",
        "execute_tool, $ai_span",
        "invoke_agent, $ai_span",
        "'', $ai_span"
    })
    void namesTheEventByItsOperation(String operation, String event) {
        String json = JSON.replace("\"stringValue\": \"chat\"", "\"stringValue\": \"" + operation + "\"");

        assertEquals(
                event,
                SpanEvent.of(JsonSpans.read(bytes(json)).get(0)).path("event").textValue());
    }

    @ParameterizedTest
    @CsvSource({"chat, $ai_generation", "completion, $ai_generation", "embedding, $ai_embedding", "rerank, $ai_span"})
    void namesTheEventByTheOlderAttributeWhereThereIsNoOther(String type, String event) {
        String json = JSON.replace("gen_ai.operation.name", "llm.request.type")
                .replace("\"stringValue\": \"chat\"", "\"stringValue\": \"" + type + "\"");

        assertEquals(
                event,
                SpanEvent.of(JsonSpans.read(bytes(json)).get(0)).path("event").textValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ai.telemetry.metadata.posthog_distinct_id=a,posthog.distinct_id=b,user.id=c | posthog.distinct_id=r | a",
                "ai.settings.context.posthog_distinct_id=a,posthog.distinct_id=b | posthog.distinct_id=r | a",
                "posthog.distinct_id=b,user.id=c | posthog.distinct_id=r | b",
                "user.id=c | posthog.distinct_id=r | c",
                "x=y | posthog.distinct_id=r,user.id=s | r",
                "x=y | user.id=s | s",
                "posthog.distinct_id= | user.id=s | s"
            })
    void findsWhoseItIs(String span, String resource, String owner) {
        assertEquals(owner, SpanOwner.of(span(span, resource)));
    }

    @Test
    void givesNobodysSpansToTheirSessionElseToTheirTrace() {
        String session = SpanOwner.of(span("gen_ai.conversation.id=s", "x=y"));
        String trace = SpanOwner.of(span("x=y", "x=y"));

        assertEquals(session, SpanOwner.of(span("$ai_session_id=s", "x=y")));
        assertEquals(trace, SpanOwner.of(span("x=z", "x=y")));
        assertEquals(5, java.util.UUID.fromString(session).version());
        assertEquals(5, java.util.UUID.fromString(trace).version());
        assertEquals(3, List.of(session, trace, "").stream().distinct().count());
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[]|export is not an object",
                "{'resourceSpans':3}|resourceSpans is not a list",
                "{'resourceSpans':[3]}|resourceSpans is not a list of objects",
                "{'resourceSpans':[{'resource':[]}]}|resource is not an object",
                "{'resourceSpans':[{'scopeSpans':{}}]}|scopeSpans is not a list",
                "{'resourceSpans':[{'scopeSpans':[{'spans':[{}]}]}]}|span has an invalid traceId",
                "SPAN{'traceId':'00000000000000000000000000000000'}|span has an invalid traceId",
                "SPAN{'traceId':'x'}|span has an invalid traceId",
                "SPAN{'traceId':7}|traceId is not a text",
                "SPAN{'spanId':''}|span has an invalid spanId",
                "SPAN{'parentSpanId':'abc'}|span has an invalid parentSpanId",
                "SPAN{'startTimeUnixNano':'soon'}|startTimeUnixNano is not a number of nanoseconds",
                "SPAN{'startTimeUnixNano':-1}|startTimeUnixNano is not a number of nanoseconds",
                "SPAN{'attributes':{}}|attributes is not a list",
                "SPAN{'attributes':[{'value':{}}]}|key is not a text",
                "SPAN{'attributes':[{'key':'k','value':3}]}|value is not an object",
                "SPAN{'attributes':[{'key':'k','value':{'stringValue':3}}]}|stringValue is not of its type",
                "SPAN{'attributes':[{'key':'k','value':{'intValue':1.5}}]}|intValue is not a whole number",
                "SPAN{'attributes':[{'key':'k','value':{'doubleValue':'much'}}]}|doubleValue is not a number",
                "SPAN{'attributes':[{'key':'k','value':{'bytesValue':'*'}}]}|bytesValue is not base64",
                "SPAN{'attributes':[{'key':'k','value':{'arrayValue':3}}]}|arrayValue is not of its type",
                "SPAN{'events':{}}|events is not a list",
                "SPAN{'events':['e']}|events is not a list of objects",
                "SPAN{'events':[{'name':7}]}|name is not a text",
                "SPAN{'events':[{'name':'e','attributes':3}]}|attributes is not a list",
                "SPAN{'status':3}|status is not an object",
                "{'resourceSpans'|invalid JSON at byte 16"
            })
    void refusesMalformedJsonByName(String json, String reason) {
        byte[] body = bytes(json.startsWith("SPAN") ? spanWith(json.substring(4)) : json.replace('\'', '"'));

        CaptureRefused refused = assertThrows(CaptureRefused.class, () -> JsonSpans.read(body));

        assertEquals("failed to parse request: " + reason, refused.getMessage());
        assertEquals(400, refused.status());
    }

    @Test
    void refusesBytesThatAreNoProtobuf() {
        byte[] whole = Otlp.export().toByteArray();

        for (byte[] body :
                List.of(bytes("{}"), java.util.Arrays.copyOf(whole, whole.length - 3), new byte[] {-1, -1})) {
            assertEquals(
                    "failed to parse request: invalid protobuf",
                    assertThrows(CaptureRefused.class, () -> ProtobufSpans.read(body))
                            .getMessage());
        }
    }

    @Test
    void takesAnEmptyExport() {
        assertEquals(List.of(), ProtobufSpans.read(new byte[0]));
        assertEquals(List.of(), JsonSpans.read(bytes("{}")));
    }

    @Property(tries = 500)
    void answersAnyBytesWithSpansOrARefusal(@ForAll byte[] noise, @ForAll int at, @ForAll byte flip) {
        byte[] bent = Otlp.export().toByteArray();
        bent[Math.floorMod(at, bent.length)] ^= flip;

        for (byte[] body : List.of(noise, bent)) {
            try {
                ProtobufSpans.read(body).forEach(SpanEvent::of);
                JsonSpans.read(body).forEach(SpanEvent::of);
            } catch (CaptureRefused refused) {
                assertEquals(400, refused.status());
            }
        }
    }

    private static String spanWith(String member) {
        ObjectNode span = Json.read(
                "{\"traceId\":\"" + TRACE + "\",\"spanId\":\"" + SPAN + "\",\"name\":\"s\"}", ObjectNode.class);
        span.setAll(Json.read(member.replace('\'', '"'), ObjectNode.class));
        return "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[" + span + "]}]}]}";
    }

    private static Span span(String attributes, String resource) {
        return new Span(
                SpanIdentity.of(TRACE, SPAN, ""),
                "s",
                new Span.Times(0, 0),
                new Span.Status(false, null),
                pairs(resource),
                pairs(attributes),
                List.of());
    }

    private static ObjectNode pairs(String text) {
        ObjectNode object = Json.mapper().createObjectNode();
        for (String pair : text.split(",")) {
            String[] parts = pair.split("=", 2);
            object.put(parts[0], parts[1]);
        }
        return object;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
