package dev.sightline.signals.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.Json;
import java.time.Duration;
import java.util.Optional;

/**
 * What GitHub answered.
 *
 * @param body as far as it was read
 * @param complete whether the whole body was read
 * @param retryAfter how long GitHub wants to be left alone; empty unless its limit is reached
 */
public record GithubAnswer(int status, String body, boolean complete, Optional<Duration> retryAfter) {

    public boolean ok() {
        return status == 200;
    }

    /** The body as JSON. */
    public JsonNode json() {
        return Json.read(body, JsonNode.class);
    }
}
