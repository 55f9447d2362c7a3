package dev.sightline.observability.hog;

import dev.sightline.observability.hog.vm.Globals;
import java.util.List;
import java.util.Map;

/** The variables that the evaluation programs of the resource folders expect. */
final class EvaluationGlobals {

    private EvaluationGlobals() {}

    static Globals example() {
        return Globals.of(Map.of(
                "input",
                "",
                "output",
                "I am sorry, no",
                "properties",
                Map.of("raw", "{\"score\": 0.75}", "$ai_tools_called", "a,b"),
                "evaluation_events",
                List.of(
                        event("$ai_generation", "hello world"),
                        event("$ai_span", "x"),
                        event("$ai_generation", "bye"))));
    }

    private static Map<String, Object> event(String name, String output) {
        return Map.of("event", name, "output_text", output);
    }
}
