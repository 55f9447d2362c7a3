package dev.sightline.local.replay;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * A request as it was recorded.
 *
 * @param t arrival in Unix milliseconds
 * @param how how its body was decoded, in order
 * @param json the decoded body; null where {@code text} has it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record RecordedRequest(
        long t, String method, String url, Map<String, String> headers, List<String> how, JsonNode json, String text) {

    RecordedRequest {
        how = how == null ? List.of() : how;
    }

    /** Whether an SDK delivered something with it, rather than a page being loaded. */
    boolean isDelivery() {
        return method.equals("POST") && !url.startsWith("/v1/");
    }

    /** The body before it was encoded. */
    String content() {
        return json == null || json.isNull() ? String.valueOf(text) : json.toString();
    }
}
