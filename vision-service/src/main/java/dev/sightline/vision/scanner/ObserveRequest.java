package dev.sightline.vision.scanner;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.api.ApiException;
import dev.sightline.api.body.Nullable;

/**
 * Asks a scanner to look at a session. The quota speaks before the body is judged (spec/vision.md 7.6), so the session id
 * is taken as it comes and checked by {@link #checked()}.
 */
record ObserveRequest(@Nullable JsonNode sessionId) {

    /** So that the job id of a pair fits into 255 characters. */
    private static final int MAX_LENGTH = 128;

    private static final String ATTR = "session_id";

    String checked() {
        if (sessionId == null) {
            throw ApiException.required(ATTR);
        }
        if (!sessionId.isTextual() && !sessionId.isNumber()) {
            throw ApiException.invalid(ATTR, sessionId.isNull() ? "null" : "invalid_input", complaint());
        }
        String text = sessionId.asText().trim();
        if (text.isEmpty()) {
            throw ApiException.invalid(ATTR, "blank", "This field may not be blank.");
        }
        if (text.length() > MAX_LENGTH) {
            throw ApiException.invalid(
                    ATTR, "max_length", "Ensure this field has no more than " + MAX_LENGTH + " characters.");
        }
        return text;
    }

    private String complaint() {
        return sessionId.isNull() ? "This field may not be null." : "Not a valid string.";
    }
}
