package dev.sightline.observability.generation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Conversations as text, a line a message (spec/observability.md 5.4). */
final class Transcript {

    private Transcript() {}

    static String of(JsonNode conversation) {
        if (!Content.isPresent(conversation)) {
            return "";
        }
        return switch (conversation.getNodeType()) {
            case ARRAY -> lines(elements(conversation));
            case OBJECT -> lines(Stream.of(conversation));
            default -> Content.text(conversation);
        };
    }

    private static String lines(Stream<JsonNode> messages) {
        return messages.flatMap(Transcript::message).collect(Collectors.joining("\n"));
    }

    private static Stream<String> message(JsonNode message) {
        if (!message.isObject()) {
            return Stream.of(Content.text(message));
        }
        return message.isEmpty() ? Stream.empty() : Messages.lines(message);
    }

    static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    static String joined(List<String> parts) {
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }
}
