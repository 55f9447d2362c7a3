package dev.sightline.observability.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.json.Json;
import dev.sightline.observability.event.StoredEvent;
import dev.sightline.observability.hog.HogEvaluation;
import dev.sightline.observability.hog.Verdict;
import dev.sightline.observability.hog.vm.Limits;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conversations as text (spec/observability.md 5.2, 5.4). */
class GenerationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"hello\"|hello",
                "\"\"|~~",
                "null|~~",
                "[]|~~",
                "{}|~~",
                "[\"a\",\"b\"]|a;b",
                "[{\"role\":\"user\",\"content\":\"hi\"}]|user: hi",
                "{\"role\":\"user\",\"content\":\"hi\"}|user: hi",
                "[{\"content\":\"hi\"}]|hi",
                "[{\"role\":\"assistant\"}]|assistant:",
                "[{\"x\":1}]|{\"x\":1}",
                "[{},{\"content\":\"hi\"}]|hi",
                "[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"a\"},{\"content\":\"b\"},\"c\"]}]|user: a b c",
                "[{\"role\":\"user\",\"content\":[{\"type\":\"image\"}]}]|user: {\"type\":\"image\"}",
                "[{\"role\":\"user\",\"content\":5}]|user: 5",
                "[{\"role\":\"assistant\",\"content\":\"ok\",\"tool_calls\":[{\"id\":\"c1\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}},{\"id\":\"x\"}]}]|assistant: ok [tool_call c1: f({})]",
                "[{\"role\":\"tool\",\"tool_call_id\":\"c1\",\"content\":\"42\"}]|tool[c1]: 42",
                "[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"a\"},{\"type\":\"text\",\"content\":\"b\"}]}]|user: a b",
                "[{\"role\":\"assistant\",\"parts\":[{\"type\":\"tool_call\",\"id\":\"c\",\"name\":\"f\",\"arguments\":{}}]}]|assistant: [tool_call c: f({})]",
                "[{\"role\":\"tool\",\"parts\":[{\"type\":\"tool_call_response\",\"id\":\"c\",\"response\":\"42\"}]}]|tool[c]: 42",
                "[{\"role\":\"assistant\",\"parts\":[{\"type\":\"reasoning\",\"content\":\"hm\"},{\"type\":\"blob\"}]}]|assistant: [blob];thinking: hm"
            })
    void readsAsText(String input, String text) {
        assertEquals(
                text.replace(";", "\n"),
                generation("$ai_generation", "{\"$ai_input\":" + input + "}").input());
    }

    @Test
    void programsWalkThroughTheEventWithReadableTexts() {
        Generation asked = generation(
                "$ai_generation",
                "{\"$ai_input\":[{\"role\":\"user\",\"content\":\"hi\"}],\"$ai_output\":\"ok\",\"x\":1}");
        HogEvaluation program = HogEvaluation.compile("""
                for (let seen in evaluation_events) {
                    print(seen.event, seen.input_text, seen.output_text, keys(seen.properties), seen.uuid = event.uuid)
                    print(seen.input, typeof(seen.timestamp))
                }
                return length(evaluation_events) = 1 and target.type = 'generation'
                """, false);

        Verdict verdict = program.judge(asked.globals(program), Limits.standard());

        assertEquals(
                new Verdict.Judged(
                        true,
                        "$ai_generation user: hi ok ['x'] true\n[{\"role\": \"user\", \"content\": \"hi\"}] string"),
                verdict);
    }

    @Test
    void takesTheFirstThatIsThere() {
        String properties = "{\"$ai_output_choices\":[],\"$ai_output\":\"\",\"$ai_output_state\":\"state\","
                + "\"$ai_input\":0,\"$ai_input_state\":\"asked\"}";

        assertEquals("state", generation("$ai_generation", properties).output());
        assertEquals("asked", generation("$ai_generation", properties).input());
        assertEquals("", generation("$ai_span", "{\"$ai_input\":\"x\"}").input());
        assertEquals("", generation("$ai_generation", "{}").output());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[{\"type\":\"function\",\"function\":{\"name\":\"f\",\"description\":\"does\",\"parameters\":{\"properties\":{\"a\":{},\"b\":{}},\"required\":[\"a\"]}}}]|- f: does (a, b?)",
                "[{\"name\":\"f\",\"input_schema\":{\"properties\":{\"a\":{}}}}]|- f (a?)",
                "[{\"function_declarations\":[{\"name\":\"f\"},{\"name\":\"g\"}]}]|- f;- g",
                "[{\"x\":1}]|~~",
                "null|~~"
            })
    void listsTools(String tools, String text) {
        assertEquals(
                text.replace(";", "\n"),
                generation("$ai_generation", "{\"$ai_tools\":" + tools + "}").tools());
    }

    @Test
    void knowsItsTrace() {
        assertEquals(
                "t", generation("$ai_generation", "{\"$ai_trace_id\":\"t\"}").traceId());
        assertNull(generation("$ai_generation", "{}").traceId());
        assertNull(generation("$ai_generation", "{\"$ai_trace_id\":null}").traceId());
    }

    private static Generation generation(String name, String properties) {
        return new Generation(new StoredEvent(
                UUID.randomUUID(), name, "d", null, Instant.EPOCH, Json.read(properties, ObjectNode.class), true));
    }
}
