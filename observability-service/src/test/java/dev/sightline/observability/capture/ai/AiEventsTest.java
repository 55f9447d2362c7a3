package dev.sightline.observability.capture.ai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.json.Json;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The four steps of spec/observability.md 9.5 together; costs and error texts have tables of their own. */
class AiEventsTest {

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final AiEvents events = new AiEvents(new PriceList(PriceFile.bundled()), metrics);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "17|\"17\"",
                "123456789012345678901234567890|\"123456789012345678901234567890\"",
                "1.5|\"1.5\"",
                "true|\"true\"",
                "'t'|\"t\"",
                "null|null",
                "{'a':1}|",
                "[1]|"
            })
    void turnsIdsIntoText(String sent, String kept) {
        for (String name :
                new String[] {"$ai_trace_id", "$ai_parent_id", "$ai_span_id", "$ai_generation_id", "$ai_session_id"}) {
            ObjectNode properties = completed("$ai_metric", "{'" + name + "':" + sent + "}");

            assertEquals(kept, properties.has(name) ? properties.get(name).toString() : null);
        }
    }

    @Test
    void countsTheIdsItCannotKeep() {
        completed("$ai_span", "{'$ai_trace_id':{},'$ai_span_id':[],'$ai_parent_id':1}");

        assertEquals(
                2, metrics.counter("sightline.capture.ai.identifiers.dropped").count());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            nullValues = "-",
            value = {
                "{'$ai_is_error':true,'$ai_error':'Timeout after 30 s'}|Timeout after <N> s",
                "{'$ai_is_error':'true','$ai_error':'x'}|x",
                "{'$ai_is_error':true,'$ai_error':{'status':429,'message':'slow down'}}|{\"status\":<N>,\"message\":\"slow down\"}",
                "{'$ai_is_error':true}|Unknown error",
                "{'$ai_is_error':true,'$ai_error':' '}|Unknown error",
                "{'$ai_is_error':true,'$ai_error':null}|Unknown error",
                "{'$ai_is_error':true,'$ai_error':'x','$ai_error_normalized':'mine'}|mine",
                "{'$ai_is_error':false,'$ai_error':'x'}|-",
                "{'$ai_is_error':1,'$ai_error':'x'}|-",
                "{'$ai_error':'x'}|-"
            })
    void normalizesTheErrorsOfWhatFailed(String properties, String normalized) {
        assertEquals(
                normalized,
                completed("$ai_trace", properties).path("$ai_error_normalized").textValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'temperature':0.2}|$ai_temperature|0.2",
                "{'stream':true}|$ai_stream|true",
                "{'max_tokens':50,'max_completion_tokens':70}|$ai_max_tokens|50",
                "{'max_completion_tokens':70}|$ai_max_tokens|70",
                "{'temperature':null}|$ai_temperature|",
                "'hot'|$ai_temperature|"
            })
    void liftsParameters(String parameters, String name, String lifted) {
        ObjectNode properties = completed("$ai_generation", "{'$ai_model_parameters':" + parameters + "}");

        assertEquals(lifted, properties.has(name) ? properties.get(name).toString() : null);
        assertEquals(
                Json.read(parameters.replace('\'', '"'), com.fasterxml.jackson.databind.JsonNode.class),
                properties.get("$ai_model_parameters"));
    }

    @Test
    void keepsAParameterThatWasSentUnderItsName() {
        ObjectNode properties =
                completed("$ai_generation", "{'$ai_temperature':1,'$ai_model_parameters':{'temperature':0}}");

        assertEquals(1, properties.path("$ai_temperature").intValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"$ai_span", "$ai_trace", "$ai_metric", "$ai_feedback", "$ai_evaluation"})
    void pricesAndLiftsCallsOnly(String event) {
        ObjectNode properties = completed(
                event, "{'$ai_model':'gpt-4o','$ai_input_tokens':1,'$ai_model_parameters':{'temperature':0}}");

        assertFalse(properties.has("$ai_input_cost_usd"));
        assertFalse(properties.has("$ai_temperature"));
    }

    @Test
    void leavesOtherEventsAlone() {
        String sent = "{'$ai_trace_id':1,'$ai_is_error':true,'$ai_model':'gpt-4o','$ai_input_tokens':5}";

        assertEquals(json(sent), completed("$pageview", sent));
        assertNull(completed("own", sent).get("$ai_error_normalized"));
    }

    private ObjectNode completed(String event, String properties) {
        ObjectNode tree = json(properties);
        events.complete(event, tree);
        return tree;
    }

    private static ObjectNode json(String text) {
        return Json.read(text.replace('\'', '"'), ObjectNode.class);
    }
}
