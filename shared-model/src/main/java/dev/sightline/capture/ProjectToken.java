package dev.sightline.capture;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/** The shape rules of a project's capture token. Whether the token exists is not asked here. */
public final class ProjectToken {

    private static final int LONGEST = 64;

    private ProjectToken() {}

    /**
     * The token without surrounding blanks.
     *
     * @param token null when the request has none
     * @throws CaptureRefused 401 with the reason
     */
    public static String check(String token) {
        if (token == null) {
            throw CaptureRefused.unauthorized("event submitted without an api_key");
        }
        String trimmed = token.trim();
        String flaw = flaw(trimmed, token);
        if (flaw != null) {
            throw CaptureRefused.unauthorized("API key is not valid: " + flaw);
        }
        return trimmed;
    }

    private static String flaw(String token, String untrimmed) {
        if (untrimmed.indexOf('\0') >= 0) {
            return "null_byte";
        }
        if (token.isEmpty()) {
            return "empty";
        }
        if (token.length() > LONGEST) {
            return "too_long";
        }
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(token)) {
            return "not_ascii";
        }
        return token.startsWith("phx_") ? "personal_api_key" : null;
    }

    /** The token that an envelope gives for all its events, or null. */
    static String ofEnvelope(JsonNode envelope) {
        return text(envelope, "api_key", "token");
    }

    /** The token that an event gives itself, or null. */
    static String ofEvent(JsonNode event) {
        String own = text(event, "token", "$token", "api_key");
        return own == null ? text(event.path("properties"), "token") : own;
    }

    private static String text(JsonNode object, String... names) {
        for (String name : names) {
            if (object.path(name).isTextual()) {
                return object.path(name).textValue();
            }
        }
        return null;
    }

    /**
     * The token two events of a request agree on.
     *
     * @throws CaptureRefused 401 if they do not
     */
    static String agree(String one, String other) {
        if (!one.equals(other)) {
            throw CaptureRefused.unauthorized("batch submitted with inconsistent api_key values");
        }
        return one;
    }
}
