package dev.sightline.observability.generation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Messages of OpenTelemetry's shape, {@code {role, parts}}: one line for the message, one for each answer of a tool. */
final class Parts {

    private final List<String> own = new ArrayList<>();
    private final List<String> others = new ArrayList<>();

    private Parts() {}

    static Stream<String> lines(JsonNode message) {
        Parts parts = new Parts();
        message.path("parts").forEach(parts::add);
        String role = Content.text(message.path("role"));
        String body = Transcript.joined(parts.own);
        Stream<String> line = body.isEmpty() && !parts.others.isEmpty()
                ? Stream.empty()
                : Stream.of(role.isEmpty() ? body : Messages.labelled(role, body));
        return Stream.concat(line, parts.others.stream());
    }

    private void add(JsonNode part) {
        String type = Content.text(part.path("type"));
        switch (type) {
            case "text" -> own.add(Content.text(part.path("content")));
            case "tool_call" -> own.add(ToolCalls.of(part, Content.text(part.path("name")), part.path("arguments")));
            case "tool_call_response" -> others.add(answer(part));
            case "reasoning" -> others.add(Messages.labelled("thinking", Content.text(part.path("content"))));
            default -> own.add("[" + (type.isEmpty() ? "part" : type) + "]");
        }
    }

    private static String answer(JsonNode part) {
        JsonNode result = part.has("response") ? part.path("response") : part.path("result");
        return Messages.labelled("tool[" + Content.text(part.path("id")) + "]", Content.text(result));
    }
}
