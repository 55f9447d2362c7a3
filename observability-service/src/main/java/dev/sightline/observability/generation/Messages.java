package dev.sightline.observability.generation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** One message as lines of text: who, what, and which tools it called. */
final class Messages {

    private Messages() {}

    static Stream<String> lines(JsonNode message) {
        if (message.path("parts").isArray()) {
            return Parts.lines(message);
        }
        return Stream.of(line(message));
    }

    private static String line(JsonNode message) {
        String role = role(message);
        String body =
                Transcript.joined(List.of(body(message.path("content")), ToolCalls.of(message.path("tool_calls"))));
        if (role.isEmpty()) {
            return body.isEmpty() ? message.toString() : body;
        }
        return labelled(role, body);
    }

    static String labelled(String role, String body) {
        return body.isEmpty() ? role + ":" : role + ": " + body;
    }

    private static String role(JsonNode message) {
        String role = Content.text(message.path("role"));
        String answered = Content.text(message.path("tool_call_id"));
        return role.equals("tool") && !answered.isEmpty() ? "tool[" + answered + "]" : role;
    }

    static String body(JsonNode content) {
        return content.isArray()
                ? Transcript.joined(
                        Transcript.elements(content).map(Messages::block).toList())
                : Content.text(content);
    }

    private static String block(JsonNode block) {
        return Stream.of(block.path("text"), block.path("content"))
                .map(Content::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElseGet(() -> Content.text(block));
    }
}
