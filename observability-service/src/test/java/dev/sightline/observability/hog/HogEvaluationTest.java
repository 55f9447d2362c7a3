package dev.sightline.observability.hog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.Json;
import dev.sightline.observability.hog.vm.Globals;
import dev.sightline.observability.hog.vm.Limits;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HogEvaluationTest {

    private static final Globals EVENT = event("{\"$ai_input\": \"hi\", \"$ai_output\": \"bye\"}");

    @Test
    void answersWithWhatItPrinted() {
        assertEquals(new Verdict.Judged(true, "a\nb"), judge("print('a') print('b') return true", false));
        assertEquals(new Verdict.Judged(false, ""), judge("return 1 > 2", true));
    }

    @Test
    void takesNullForNotApplicableWhereAllowed() {
        assertEquals(new Verdict.NotApplicable("why"), judge("print('why')", true));
        assertEquals(new Verdict.Broken("Must return boolean, got null: null", "why"), judge("print('why')", false));
    }

    @Test
    void takesNothingElseForAnAnswer() {
        assertEquals(
                new Verdict.Broken("Must return boolean, got integer: 1", "x"), judge("print('x') return 1", false));
        assertEquals(
                new Verdict.Broken("Must return boolean (or null if N/A is enabled), got string: true", ""),
                judge("return 'true'", true));
    }

    @Test
    void losesTheReasoningWhenItFails() {
        assertEquals(
                new Verdict.Broken("Runtime error: Error('no')", ""), judge("print('x') throw Error('no')", false));
        assertEquals(
                new Verdict.Broken("Runtime error: Global variable not found: nope", ""), judge("return nope", false));
    }

    @Test
    void blamesTheDataForTheirShape() {
        assertEquals("TypeError", kind("return input + 1"));
        assertEquals("ZeroDivisionError", kind("return 1 / length(properties.missing ?? '')"));
        assertEquals("JSONDecodeError", kind("return jsonParse(output)"));
        assertEquals("TypeError", kind("return properties.missing ilike '%x%'"));
    }

    @Test
    void namesTheLimitThatWasMet() {
        assertEquals(
                new Verdict.Broken("Execution timed out (0.05s limit exceeded)", ""),
                HogEvaluation.compile("while (true) {}", false)
                        .judge(EVENT, Limits.standard().withTime(Duration.ofMillis(50))));
        assertEquals(new Verdict.Broken("Memory limit exceeded", ""), judge("return range(1000000000)", false));
        assertInstanceOf(
                Verdict.Interrupted.class,
                HogEvaluation.compile("while (true) {}", false)
                        .judge(EVENT, Limits.standard().cancelledBy(() -> true)));
    }

    @Test
    void makesComparisonsWithNullFalse() {
        assertEquals(new Verdict.Judged(false, ""), judge("return properties.missing > 3", false));
        assertEquals(new Verdict.Judged(false, ""), judge("return properties.missing between 1 and 3", false));
    }

    @Test
    void cutsWhatIsPrinted() {
        Verdict verdict = HogEvaluation.compile("for (let i in range(100)) { print('0123456789') } return true", false)
                .judge(EVENT, Limits.standard().withPrinted(50));

        assertEquals(51, verdict.reasoning().length());
        assertTrue(verdict.reasoning().endsWith("…"), verdict.reasoning());
    }

    @Test
    void comesBackFromItsBytecode() {
        HogEvaluation stored = HogEvaluation.compile("return output = 'bye' and properties.x < 3", false);

        assertEquals(
                new Verdict.Judged(false, ""),
                HogEvaluation.load(stored.bytecode(), false).judge(EVENT, Limits.standard()));
    }

    @Test
    void findsInputAndOutputOfGenerations() {
        assertEquals("hi|bye", seen("{\"$ai_input\": \"hi\", \"$ai_output\": \"bye\"}"));
        assertEquals(
                "s|[{\"a\": \"\\u00e9\"}]",
                seen("{\"$ai_input\": \"\", \"$ai_input_state\": \"s\","
                        + " \"$ai_output_choices\": [{\"a\": \"é\"}], \"$ai_output\": \"not this\"}"));
        assertEquals("|0.5", seen("{\"$ai_input\": [], \"$ai_output_choices\": {}, \"$ai_output\": 0.5}"));
        assertEquals("true|", seen("{\"$ai_input\": true, \"$ai_output\": null}"));
    }

    @Test
    void findsOnlyStatesOfOtherEvents() {
        EventGlobals span = new EventGlobals(
                null,
                "$ai_span",
                null,
                Json.read("{\"$ai_input\": \"no\", \"$ai_output_state\": {\"k\": 1}}", JsonNode.class));

        assertEquals("", span.input());
        assertEquals("{\"k\": 1}", span.output());
    }

    @Test
    void knowsTheEventAndTarget() {
        assertEquals(
                new Verdict.Judged(true, "u $ai_generation  generation 0.5 null"),
                HogEvaluation.compile(
                                "print(event.uuid, event.event, event.distinct_id, target.type, target.total_cost_usd,"
                                        + " target.total_latency_seconds) return true",
                                false)
                        .judge(event("{\"$ai_total_cost_usd\": 0.5}"), Limits.standard()));
    }

    private static Verdict judge(String source, boolean allowsNotApplicable) {
        return HogEvaluation.compile(source, allowsNotApplicable).judge(EVENT, Limits.standard());
    }

    private static String kind(String source) {
        String error =
                assertInstanceOf(Verdict.UnfitInput.class, judge(source, false)).error();
        return error.substring(0, error.indexOf(':'));
    }

    private static String seen(String properties) {
        EventGlobals event = properties(properties);
        return event.input() + "|" + event.output();
    }

    private static Globals event(String properties) {
        return properties(properties).globals();
    }

    private static EventGlobals properties(String json) {
        return new EventGlobals("u", "$ai_generation", null, Json.read(json, JsonNode.class));
    }
}
