package dev.sightline.vision.recording;

import dev.sightline.api.Filters;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The orders of a recordings query, latest first where the request does not say (spec/platform.md C.2). */
final class RecordingOrder {

    private static final String DURATION = "(end_time - start_time)";
    private static final Map<String, String> KEYS = keys();

    private RecordingOrder() {}

    static String of(UriInfo uri) {
        Filters parameters = Filters.of(uri);
        String key = first(parameters.oneOf("order", KEYS.keySet()), "start_time");
        String direction = first(parameters.oneOf("order_direction", List.of("ASC", "DESC")), "DESC");
        return KEYS.get(key) + " " + direction + ", session_id";
    }

    private static String first(Iterable<String> values, String otherwise) {
        return values.iterator().hasNext() ? values.iterator().next() : otherwise;
    }

    private static Map<String, String> keys() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("start_time", "start_time");
        keys.put("duration", DURATION);
        keys.put("recording_duration", DURATION);
        keys.put("active_seconds", "active_ms");
        keys.put("inactive_seconds", "(extract(epoch from " + DURATION + ") * 1000 - active_ms)");
        keys.put("console_error_count", "console_error_count");
        keys.put("click_count", "click_count");
        keys.put("keypress_count", "keypress_count");
        keys.put("mouse_activity_count", "mouse_activity_count");
        keys.put("activity_score", activityScore());
        keys.put("recording_ttl", "expires_on");
        return keys;
    }

    /** As {@link SessionCounters#activityScore()} has it, up to rounding. */
    private static String activityScore() {
        return "((active_ms / 1000.0 + click_count + keypress_count + console_error_count)"
                + " / nullif(mouse_activity_count + floor(extract(epoch from " + DURATION + "))"
                + " + console_error_count + console_log_count + console_warn_count, 0))";
    }
}
