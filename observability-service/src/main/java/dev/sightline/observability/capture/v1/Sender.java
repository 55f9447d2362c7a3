package dev.sightline.observability.capture.v1;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.capture.CaptureHeaders;
import dev.sightline.time.Timestamps;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * What the headers say of the client.
 *
 * @param library null for unknown, like its version
 * @param sentAt when the request left by the client's clock, null if it does not say or cannot be right
 */
record Sender(String library, String version, Instant sentAt) {

    private static final int FIRST_CREDIBLE_YEAR = 2020;

    static Sender of(CaptureHeaders headers) {
        String info = headers.get("PostHog-Sdk-Info");
        String[] parts = info == null ? new String[0] : info.trim().split("/", 2);
        return new Sender(part(parts, 0), part(parts, 1), sentAt(headers.get("PostHog-Request-Timestamp")));
    }

    private static String part(String[] parts, int index) {
        return index < parts.length && !parts[index].isBlank() ? parts[index] : null;
    }

    private static Instant sentAt(String text) {
        return text == null
                ? null
                : Timestamps.parse(text).filter(Sender::credible).orElse(null);
    }

    private static boolean credible(Instant sentAt) {
        return sentAt.atOffset(ZoneOffset.UTC).getYear() >= FIRST_CREDIBLE_YEAR;
    }

    /** Names the library in an event that does not name it itself. */
    void sign(ObjectNode properties) {
        if (library != null && !properties.has("$lib")) {
            properties.put("$lib", library);
        }
        if (version != null && !properties.has("$lib_version")) {
            properties.put("$lib_version", version);
        }
    }
}
