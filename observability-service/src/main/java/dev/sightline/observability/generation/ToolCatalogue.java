package dev.sightline.observability.generation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tools of a call as lines {@code - name: description (parameter, optional?)}, from the shapes of three providers. */
final class ToolCatalogue {

    private ToolCatalogue() {}

    static String of(JsonNode tools) {
        return Transcript.elements(tools)
                .flatMap(ToolCatalogue::declarations)
                .map(ToolCatalogue::line)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** OpenAI wraps one in {@code function}, Gemini several in {@code function_declarations}, Anthropic none. */
    private static Stream<JsonNode> declarations(JsonNode tool) {
        for (String several : Set.of("functionDeclarations", "function_declarations")) {
            if (tool.path(several).isArray()) {
                return Transcript.elements(tool.path(several));
            }
        }
        return Stream.of(tool.path("function").isObject() ? tool.path("function") : tool);
    }

    private static String line(JsonNode tool) {
        String name = Content.text(tool.path("name"));
        if (name.isEmpty()) {
            return "";
        }
        String description = Content.text(tool.path("description"));
        return "- " + name + (description.isEmpty() ? "" : ": " + description) + parameters(schema(tool));
    }

    private static JsonNode schema(JsonNode tool) {
        return tool.has("input_schema") ? tool.path("input_schema") : tool.path("parameters");
    }

    private static String parameters(JsonNode schema) {
        Set<String> required = Transcript.elements(schema.path("required"))
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
        String names = schema.path("properties").properties().stream()
                .map(parameter -> parameter.getKey() + (required.contains(parameter.getKey()) ? "" : "?"))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : " (" + names + ")";
    }
}
