package dev.sightline.observability.generation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.sightline.observability.event.StoredEvent;
import dev.sightline.observability.hog.EventGlobals;
import dev.sightline.observability.hog.HogEvaluation;
import dev.sightline.observability.hog.vm.Globals;
import dev.sightline.time.Timestamps;
import java.util.List;
import java.util.Map;

/** An event about a model call. */
public record Generation(StoredEvent event) {

    /** The name of the events that are judged. */
    public static final String NAME = "$ai_generation";

    private static final String EVENTS = "evaluation_events";
    private static final List<String> INPUT = List.of("$ai_input", "$ai_input_state");
    private static final List<String> OUTPUT = List.of("$ai_output_choices", "$ai_output", "$ai_output_state");
    private static final List<String> OTHER_INPUT = List.of("$ai_input_state");
    private static final List<String> OTHER_OUTPUT = List.of("$ai_output_state");

    /** What the model was asked, readable; empty if the event does not say. */
    public String input() {
        return Transcript.of(first(isGeneration() ? INPUT : OTHER_INPUT));
    }

    /** What the model answered, readable; empty if the event does not say. */
    public String output() {
        return Transcript.of(first(isGeneration() ? OUTPUT : OTHER_OUTPUT));
    }

    /** The tools the model could call, a line each; empty for none. */
    public String tools() {
        return ToolCatalogue.of(event.properties().path("$ai_tools"));
    }

    /** Null for none. */
    public String traceId() {
        JsonNode id = event.properties().path("$ai_trace_id");
        return id.isValueNode() && !id.isNull() ? id.asText() : null;
    }

    /** The variables the program sees when it judges the event. */
    public Globals globals(HogEvaluation program) {
        EventGlobals globals =
                new EventGlobals(event.uuid().toString(), event.event(), event.distinctId(), event.properties());
        return program.mentions(EVENTS) ? globals.globals(Map.of(EVENTS, List.of(seen(globals)))) : globals.globals();
    }

    /** The event as one of those a program may walk through, its messages also readable. */
    private Map<String, ?> seen(EventGlobals globals) {
        return Map.of(
                "uuid", event.uuid().toString(),
                "event", event.event(),
                "timestamp", Timestamps.print(event.timestamp()),
                "input", globals.input(),
                "output", globals.output(),
                "input_text", input(),
                "output_text", output(),
                "properties", event.lightProperties());
    }

    private boolean isGeneration() {
        return NAME.equals(event.event());
    }

    private JsonNode first(List<String> names) {
        return names.stream()
                .map(event.properties()::path)
                .filter(Content::isPresent)
                .findFirst()
                .orElse(MissingNode.getInstance());
    }
}
