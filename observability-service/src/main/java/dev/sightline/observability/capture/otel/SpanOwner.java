package dev.sightline.observability.capture.otel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.time.UuidV5;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whose event a span becomes: the person it names, else one that its session or its trace always leads to. */
final class SpanOwner {

    private static final List<String> IN_SPAN = List.of(
            "ai.telemetry.metadata.posthog_distinct_id",
            "ai.settings.context.posthog_distinct_id",
            "posthog.distinct_id",
            "user.id");
    private static final List<String> IN_RESOURCE = List.of("posthog.distinct_id", "user.id");
    private static final List<String> SESSION = List.of("$ai_session_id", "session.id", "gen_ai.conversation.id");

    private SpanOwner() {}

    static String of(Span span) {
        return first(span.attributes(), IN_SPAN)
                .or(() -> first(span.resource(), IN_RESOURCE))
                .or(() -> first(span.attributes(), SESSION).map(session -> stable("session", session)))
                .orElseGet(() -> stable("trace", span.identity().trace()));
    }

    private static Optional<String> first(ObjectNode attributes, List<String> names) {
        return names.stream().map(attributes::path).flatMap(SpanOwner::text).findFirst();
    }

    private static Stream<String> text(JsonNode value) {
        return Stream.of(value.asText("")).filter(text -> !text.isBlank() && !value.isNull());
    }

    private static String stable(String kind, String id) {
        return UuidV5.of(kind + ":" + id).toString();
    }
}
