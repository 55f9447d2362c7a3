package dev.sightline.observability.generation;

import com.fasterxml.jackson.databind.JsonNode;

/** Calls of tools, as text behind a message. */
final class ToolCalls {

    private ToolCalls() {}

    static String of(JsonNode calls) {
        return calls.isArray()
                ? Transcript.joined(
                        Transcript.elements(calls).map(ToolCalls::openAi).toList())
                : "";
    }

    private static String openAi(JsonNode call) {
        JsonNode function = call.path("function");
        return of(call, Content.text(function.path("name")), function.path("arguments"));
    }

    /** Empty for a call that does not say of what. */
    static String of(JsonNode call, String name, JsonNode arguments) {
        return name.isEmpty()
                ? ""
                : "[tool_call %s: %s(%s)]".formatted(Content.text(call.path("id")), name, Content.text(arguments));
    }
}
