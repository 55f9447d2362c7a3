package dev.sightline.capture;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.time.UuidV7;
import java.util.UUID;
import java.util.regex.Pattern;

/** The identity of an event: the client's if it sent one, else a new one of version 7. */
final class EventUuid {

    private static final Pattern PLAIN = Pattern.compile(
            "(\\p{XDigit}{8})-?(\\p{XDigit}{4})-?(\\p{XDigit}{4})-?" + "(\\p{XDigit}{4})-?(\\p{XDigit}{12})");

    private EventUuid() {}

    /**
     * @param value as sent, or null when absent
     * @throws CaptureRefused if it is neither a UUID nor empty
     */
    static UUID of(JsonNode value) {
        if (value == null || value.isNull() || value.isMissingNode()) {
            return UuidV7.next();
        }
        if (!value.isTextual()) {
            throw invalid();
        }
        return value.textValue().isEmpty() ? UuidV7.next() : parse(value.textValue());
    }

    private static UUID parse(String text) {
        var parts = PLAIN.matcher(text);
        if (!parts.matches()) {
            throw invalid();
        }
        return UUID.fromString(parts.replaceFirst("$1-$2-$3-$4-$5"));
    }

    private static CaptureRefused invalid() {
        return CaptureRefused.unreadable("invalid uuid");
    }
}
