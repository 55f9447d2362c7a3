package dev.sightline.capture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/** The members of one {@code $snapshot} event beside its items, and the rules they keep. */
final class SnapshotEvent {

    private static final Pattern SESSION = Pattern.compile("[A-Za-z0-9-]{1,70}");
    private static final int LONGEST = 200;

    private final ObjectNode event;
    private final JsonNode properties;

    SnapshotEvent(ObjectNode event) {
        this.event = event;
        this.properties = event.path("properties");
    }

    SnapshotPost.RecordedBy by() {
        EventName.of(event);
        String distinctId = DistinctId.of(event);
        String session = session();
        return new SnapshotPost.RecordedBy(
                session, text("$window_id", session), distinctId, text("$snapshot_source", "web"), text("$lib", null));
    }

    JsonNode uuid() {
        return event.get("uuid");
    }

    private String session() {
        JsonNode id = properties.path("$session_id");
        if (id.isMissingNode()
                || id.isNull()
                || id.isTextual() && id.textValue().isEmpty()) {
            throw CaptureRefused.invalid("replay event submitted without session id");
        }
        if (!id.isTextual() || !SESSION.matcher(id.textValue()).matches()) {
            throw CaptureRefused.invalid("replay event has invalid session id");
        }
        return id.textValue();
    }

    private String text(String name, String otherwise) {
        String text = properties.path(name).asText("");
        return text.isEmpty() ? otherwise : SafeText.of(text.substring(0, Math.min(text.length(), LONGEST)));
    }
}
