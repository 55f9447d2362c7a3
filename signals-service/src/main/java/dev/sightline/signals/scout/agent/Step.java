package dev.sightline.signals.scout.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sightline.json.Json;
import dev.sightline.model.ModelAnswer;
import java.io.UncheckedIOException;
import java.util.Optional;

/** What a model wants to do next. */
record Step(String tool, Arguments arguments) {

    /** Empty if the answer is not one. Arguments may be an object or the text of one. */
    static Optional<Step> read(String answer) {
        return object(ModelAnswer.unfenced(answer))
                .filter(step -> step.path("tool").isTextual())
                .flatMap(step -> arguments(step.path("arguments"))
                        .map(sent -> new Step(step.path("tool").textValue(), new Arguments(sent))));
    }

    private static Optional<JsonNode> arguments(JsonNode sent) {
        return sent instanceof TextNode text
                ? object(text.textValue().isBlank() ? "{}" : text.textValue())
                : Optional.of(sent.isObject() ? sent : Json.mapper().createObjectNode());
    }

    private static Optional<JsonNode> object(String text) {
        try {
            return Optional.ofNullable(Json.read(text, JsonNode.class)).filter(JsonNode::isObject);
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }
}
