package dev.sightline.vision.analysis.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.vision.recording.RrwebItem;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One request the page made, as the {@code rrweb/network@1} plugin reports it.
 *
 * @param at Unix time of its start
 * @param method empty if not recorded
 * @param path identifiers in it replaced
 */
record NetworkRequest(long at, long durationMs, String method, String path, Outcome outcome) {

    static final String PLUGIN = "rrweb/network@1";
    static final long SLOW_MS = 4_000;

    private static final int MAX_REQUESTS = 500;
    private static final Set<String> CALLS = Set.of("fetch", "xmlhttprequest", "beacon");
    /** The SDK's own traffic says nothing of the page. */
    private static final Pattern OWN = Pattern.compile(
            "https?://[^/]+(?:(?:/[^/]+)?/(?:e|s|i/v0/e|i/v1/analytics/events"
                    + "|array/[^/]+/config|array/[^/]+/config\\.js|static/array\\.js)|/(?:flags|decide|batch|capture|engage))/?");

    /**
     * How a request ended and what it was.
     *
     * @param status 0 if not recorded or not answered
     * @param call whether code of the page asked, rather than the browser for its parts
     */
    record Outcome(int status, boolean call, boolean navigation) {}

    static Stream<NetworkRequest> in(RrwebItem item) {
        return StreamSupport.stream(item.payload().path("requests").spliterator(), false)
                .limit(MAX_REQUESTS)
                .map(NetworkRequest::of)
                .flatMap(Optional::stream);
    }

    private static Optional<NetworkRequest> of(JsonNode json) {
        long at = json.path("timestamp").asLong(0);
        String raw = json.path("name").asText("");
        boolean own = OWN.matcher(withoutQuery(raw)).matches();
        return at <= 0 || raw.isEmpty() || own ? Optional.empty() : Optional.of(read(json, at, Urls.path(raw)));
    }

    private static NetworkRequest read(JsonNode json, long at, String path) {
        String method = Texts.clean(json.path("method").asText(""), 10).toUpperCase(Locale.ROOT);
        boolean call =
                !method.isEmpty() || CALLS.contains(json.path("initiatorType").asText(""));
        boolean navigation = json.path("entryType").asText("").equals("navigation");
        long duration = Math.max(0, json.path("duration").asLong(0));
        return new NetworkRequest(at, duration, method, path, new Outcome(status(json), call, navigation));
    }

    private static int status(JsonNode json) {
        return json.path("status").asInt(0) > 0
                ? json.path("status").asInt()
                : json.path("responseStatus").asInt(0);
    }

    private static String withoutQuery(String url) {
        int query = url.indexOf('?');
        return url.substring(0, Math.min(query < 0 ? url.length() : query, Urls.MAX));
    }

    /** A call without an answer is only known to have had none where its method was recorded as well. */
    boolean failed() {
        return outcome.status >= 400 || outcome.status == 0 && !method.isEmpty();
    }

    boolean slow() {
        return outcome.call && durationMs > SLOW_MS;
    }

    /** For example {@code POST /api/checkout answered 500}. */
    String describe() {
        String asked = (method.isEmpty() ? "" : method + " ") + path;
        return asked + (outcome.status == 0 ? " got no answer" : " answered " + outcome.status);
    }
}
