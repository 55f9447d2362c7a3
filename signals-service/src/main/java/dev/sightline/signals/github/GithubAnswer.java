package dev.sightline.signals.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.Json;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What GitHub answered.
 *
 * @param body as far as it was read
 * @param complete whether the whole body was read
 * @param retryAfter how long GitHub wants to be left alone; empty unless its limit is reached
 */
public record GithubAnswer(int status, String body, boolean complete, Optional<Duration> retryAfter, Links links) {

    /** Where an answer belongs: its tag, and the query of the page that follows; null for none. */
    record Links(String etag, String nextQuery) {

        private static final Pattern NEXT = Pattern.compile("<[^>]*\\?([^>]*)>;\\s*rel=\"next\"");

        static Links of(String etag, String link) {
            Matcher next = NEXT.matcher(link == null ? "" : link);
            return new Links(etag, next.find() ? next.group(1) : null);
        }
    }

    /** What to ask with whether the answer is still good; null for none. */
    public String etag() {
        return links.etag();
    }

    /** The query of the page that follows; null for none. */
    String nextQuery() {
        return links.nextQuery();
    }

    public boolean ok() {
        return status == 200;
    }

    /** The body as JSON. */
    public JsonNode json() {
        return Json.read(body, JsonNode.class);
    }
}
