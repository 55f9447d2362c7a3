package dev.sightline.observability.generation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.sightline.observability.event.StoredEvent;
import dev.sightline.observability.hog.EventGlobals;
import java.util.List;

/** An event about a model call. */
public record Generation(StoredEvent event) {

    /** The name of the events that are judged. */
    public static final String NAME = "$ai_generation";

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

    /** The variables a program that judges the event sees. */
    public EventGlobals globals() {
        return new EventGlobals(event.uuid().toString(), event.event(), event.distinctId(), event.properties());
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
