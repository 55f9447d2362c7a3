package dev.sightline.observability.capture.otel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What spans say of model calls, in the current conventions and in older ones, as properties of AI events. The newest form
 * that is there gives a property; what the client named itself stays.
 */
final class Conventions {

    private static final String DETAILS = "gen_ai.client.inference.operation.details";

    private Conventions() {}

    static void apply(ObjectNode properties, List<SpanNote> notes) {
        notes.stream().filter(note -> note.name().equals(DETAILS)).forEach(note -> add(properties, note));
        GenAiAttributes.rename(properties);
        MessageNotes.gather(properties, notes);
        NumberedAttributes.gather(properties);
        SystemInstructions.prepend(properties);
    }

    /** The event that may carry what the span's own attributes leave out. */
    private static void add(ObjectNode properties, SpanNote details) {
        details.attributes()
                .properties()
                .forEach(attribute -> properties.putIfAbsent(
                        attribute.getKey(), attribute.getValue().deepCopy()));
    }
}
