package dev.sightline.observability.event;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.event.EventCaptured;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;

/**
 * A captured event as it is stored: its heavy properties apart from the light ones.
 *
 * @param heavy whether it came with heavy properties
 * @param content those that are stored, null for none
 */
record EventRow(EventCaptured captured, LocalDate day, boolean heavy, ObjectNode light, ObjectNode content) {

    /** The properties that are kept apart (spec/observability.md 9.6). */
    static final Set<String> HEAVY =
            Set.of("$ai_input", "$ai_output", "$ai_output_choices", "$ai_input_state", "$ai_output_state", "$ai_tools");

    private static final int LONGEST_SESSION = 200;

    static EventRow of(EventCaptured captured) {
        ObjectNode light = JsonNodeFactory.instance.objectNode();
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        captured.properties().properties().forEach(member -> (HEAVY.contains(member.getKey()) ? content : light)
                .set(member.getKey(), member.getValue()));
        LocalDate day = captured.timestamp().atOffset(ZoneOffset.UTC).toLocalDate();
        return new EventRow(captured, day, !content.isEmpty(), light, content.isEmpty() ? null : content);
    }

    EventRow withoutContent() {
        return new EventRow(captured, day, heavy, light, null);
    }

    /** What the same event has in common with itself, however often it arrives. */
    record Identity(int projectId, UUID uuid) {}

    Identity identity() {
        return new Identity(captured.projectId(), captured.uuid());
    }

    /** The session, unless what the client calls so is no session id. */
    String sessionId() {
        String id = captured.sessionId();
        return id == null || id.isEmpty() || id.length() > LONGEST_SESSION ? null : id;
    }
}
