package dev.sightline.vision.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.Json;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OutputRulesTest {

    private static final Judgement WHY = new Judgement(Citations.read("Because (t 3).", 9_000), 0.7);
    private static final ScannerConfig.Classifier TAGS =
            new ScannerConfig.Classifier("p", List.of("Bug", "Not found"), true, true);

    @Test
    void aMonitorsOutputAsTheApiShowsIt() {
        ModelOutput output = OutputRules.monitor(new ScannerConfig.Monitor("p", false), Verdict.YES, WHY);

        assertJson("""
                {"scanner_type":"monitor","verdict":"yes","reasoning":"Because.","reasoning_segments":[
                 {"kind":"text","value":"Because"},{"kind":"chip","timestamp_ms":3000},{"kind":"text","value":"."}],
                 "confidence":0.7}""", output);
    }

    @Test
    void aClassifiersOutputAsTheApiShowsIt() {
        TagChoice choice = new TagChoice(List.of("Bug", "Bug"), List.of("Slow Page", "slow page!", "not found", "?"));

        ModelOutput output = OutputRules.classifier(TAGS, choice, WHY);

        assertJson("""
                {"scanner_type":"classifier","tags":["Bug"],"tags_freeform":["slow_page"],"reasoning":"Because.",
                 "reasoning_segments":[{"kind":"text","value":"Because"},{"kind":"chip","timestamp_ms":3000},
                 {"kind":"text","value":"."}],"confidence":0.7}""", output);
    }

    @Test
    void aScorersOutputAsTheApiShowsIt() {
        ScannerConfig.Scorer config = new ScannerConfig.Scorer("p", new ScannerConfig.Scale(0, 10, "mood"));

        assertJson("""
                {"scanner_type":"scorer","score":10.0,"label":"mood","reasoning":"Because.","reasoning_segments":[
                 {"kind":"text","value":"Because"},{"kind":"chip","timestamp_ms":3000},{"kind":"text","value":"."}],
                 "confidence":0.7}""", OutputRules.scorer(config, 10, WHY));
    }

    @Test
    void aSummarizersOutputAsTheApiShowsIt() {
        Facets facets = new Facets("To buy (t 1).", "Bought.", List.of("Dead Button"), List.of("Basket"));

        assertJson("""
                {"scanner_type":"summarizer","title":"A title","summary":"Because.","summary_segments":[
                 {"kind":"text","value":"Because"},{"kind":"chip","timestamp_ms":3000},{"kind":"text","value":"."}],
                 "intent":"To buy.","outcome":"Bought.","friction_points":["dead button"],"keywords":["basket"],
                 "confidence":0.7}""", OutputRules.summarizer("A title", WHY, facets));
    }

    static Stream<Executable> broken() {
        ScannerConfig.Monitor monitor = new ScannerConfig.Monitor("p", false);
        ScannerConfig.Classifier single = new ScannerConfig.Classifier("p", List.of("a", "b"), false, false);
        ScannerConfig.Scorer scorer = new ScannerConfig.Scorer("p", new ScannerConfig.Scale(1, 5, null));
        return Stream.of(
                () -> OutputRules.monitor(monitor, Verdict.INCONCLUSIVE, WHY),
                () -> OutputRules.classifier(TAGS, new TagChoice(List.of(), List.of()), WHY),
                () -> OutputRules.classifier(TAGS, new TagChoice(List.of("bug"), List.of()), WHY),
                () -> OutputRules.classifier(
                        TAGS, new TagChoice(List.of("Bug"), List.of("1", "2", "3", "4", "5", "6")), WHY),
                () -> OutputRules.classifier(single, new TagChoice(List.of("a", "b"), List.of()), WHY),
                () -> OutputRules.classifier(single, new TagChoice(List.of("a"), List.of("x")), WHY),
                () -> OutputRules.classifier(TAGS, new TagChoice(List.of("Bug"), List.of("t".repeat(101))), WHY),
                () -> OutputRules.scorer(scorer, 0.99, WHY),
                () -> OutputRules.scorer(scorer, 5.01, WHY),
                () -> OutputRules.scorer(scorer, Double.NaN, WHY),
                () -> OutputRules.summarizer(" ", WHY, Facets.NONE),
                () -> OutputRules.summarizer("t".repeat(121), WHY, Facets.NONE),
                () -> new Judgement(Citations.read("x", 0), 1.01),
                () -> new Judgement(Citations.read("x", 0), Double.NaN),
                () -> new Judgement(Citations.read(" (t 1)", 0), 0.5));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void anAnswerThatBreaksARuleIsRefused(Executable answer) {
        assertThrows(InvalidOutput.class, answer);
    }

    @Test
    void inconclusiveWhereItIsAllowed() {
        ModelOutput.Monitor output =
                OutputRules.monitor(new ScannerConfig.Monitor("p", true), Verdict.INCONCLUSIVE, WHY);

        assertEquals(Verdict.INCONCLUSIVE, output.verdict());
    }

    private static void assertJson(String expected, ModelOutput output) {
        assertEquals(Json.read(expected, JsonNode.class), Json.read(Json.write(output), JsonNode.class));
        assertEquals(output, Json.read(Json.write(output), ModelOutput.class));
    }
}
