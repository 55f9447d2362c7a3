package dev.sightline.observability.capture.ai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The model parameters people filter by, beside the object they were sent in. */
final class Parameters {

    private Parameters() {}

    static void lift(ObjectNode properties) {
        JsonNode sent = properties.path("$ai_model_parameters");
        lift(sent, "temperature", properties, "$ai_temperature");
        lift(sent, "stream", properties, "$ai_stream");
        lift(sent, "max_tokens", properties, "$ai_max_tokens");
        lift(sent, "max_completion_tokens", properties, "$ai_max_tokens");
    }

    private static void lift(JsonNode from, String name, ObjectNode to, String lifted) {
        if (from.hasNonNull(name) && !to.hasNonNull(lifted)) {
            to.set(lifted, from.get(name));
        }
    }
}
