package dev.sightline.observability.capture.ai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Gives events that failed a text under which the same failure always stands. */
final class Errors {

    private static final String NORMALIZED = "$ai_error_normalized";
    private static final String UNKNOWN = "Unknown error";

    private Errors() {}

    /** Leaves events that did not fail, and texts that the client normalised itself. */
    static void normalize(ObjectNode properties) {
        if (failed(properties.path("$ai_is_error")) && !properties.hasNonNull(NORMALIZED)) {
            String text = ErrorText.normalized(text(properties.path("$ai_error")));
            properties.put(NORMALIZED, text.isEmpty() ? UNKNOWN : text);
        }
    }

    private static boolean failed(JsonNode flag) {
        return flag.isBoolean() ? flag.booleanValue() : "true".equals(flag.textValue());
    }

    private static String text(JsonNode error) {
        if (error.isNull() || error.isMissingNode()) {
            return "";
        }
        return error.isTextual() ? error.textValue() : error.toString();
    }
}
