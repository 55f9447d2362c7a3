package dev.sightline.observability.evaluation.program;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.api.body.AllowBlank;
import dev.sightline.api.body.Nullable;
import dev.sightline.api.body.Untrimmed;

/** The body that tries a program, as sent: its faults are answered in another form than those of other bodies. */
record TrialBody(
        @Nullable @AllowBlank @Untrimmed String source,
        @Nullable JsonNode sampleCount,
        @Nullable JsonNode allowsNa,
        @Nullable JsonNode conditions) {

    ObjectNode tree() {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        if (source != null) {
            tree.put("source", source);
        }
        add(tree, "sample_count", sampleCount);
        add(tree, "allows_na", allowsNa);
        add(tree, "conditions", conditions);
        return tree;
    }

    private static void add(ObjectNode tree, String name, JsonNode value) {
        if (value != null) {
            tree.set(name, value);
        }
    }
}
