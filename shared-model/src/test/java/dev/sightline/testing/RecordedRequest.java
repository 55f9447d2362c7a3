package dev.sightline.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A request that a real SDK sent while it was recorded on 20 November 2026.
 *
 * @param url path and query
 * @param headers the content headers and the user agent
 * @param how the steps by which the body was decoded, in order
 * @param json the decoded body
 */
public record RecordedRequest(String url, Map<String, String> headers, List<String> how, String json) {

    /** The token that every recording carries. */
    public static final String TOKEN = "phc_probe0000000000000000000000000000000000000000";

    private static final Instant RECORDED = Instant.parse("2026-11-20T17:50:00Z");
    private static final Pattern ISO = Pattern.compile("2026-11-20T\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
    private static final Pattern MILLIS = Pattern.compile("\\b17951\\d{8}\\b");

    /** The recordings there are: posthog-js of two generations, posthog-node and the AI wrappers. */
    public static final List<String> CLIENTS = List.of("js1", "js3", "js-1.200.0", "node1", "ai1");

    /** The capture, snapshot and flag requests of a recording, in order. */
    public static List<RecordedRequest> of(String client) {
        try (BufferedReader lines = open(client)) {
            return lines.lines().map(RecordedRequest::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of every recording. */
    public static Stream<RecordedRequest> all() {
        return CLIENTS.stream().flatMap(client -> of(client).stream());
    }

    private static BufferedReader open(String client) {
        return new BufferedReader(new InputStreamReader(
                RecordedRequest.class.getResourceAsStream("/capture/" + client + ".jsonl"), StandardCharsets.UTF_8));
    }

    private static RecordedRequest parse(String line) {
        JsonNode request = Json.read(line, JsonNode.class);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        request.path("headers")
                .properties()
                .forEach(h -> headers.put(h.getKey(), h.getValue().textValue()));
        List<String> how = Stream.iterate(0, i -> i < request.path("how").size(), i -> i + 1)
                .map(i -> request.path("how").path(i).textValue())
                .toList();
        return new RecordedRequest(
                request.path("url").textValue(),
                headers,
                how,
                request.path("json").toString());
    }

    /** The same request as if it were sent now to the project of a token. */
    public RecordedRequest sent(String token, Instant now) {
        long by = now.toEpochMilli() - RECORDED.toEpochMilli();
        return new RecordedRequest(
                shifted(url, by), headers, how, shifted(json, by).replace(TOKEN, token));
    }

    private static String shifted(String text, long by) {
        String iso = ISO.matcher(text)
                .replaceAll(at -> Instant.parse(at.group()).plusMillis(by).toString());
        return MILLIS.matcher(iso).replaceAll((MatchResult at) -> Long.toString(Long.parseLong(at.group()) + by));
    }

    public String path() {
        return url.contains("?") ? url.substring(0, url.indexOf('?')) : url;
    }

    public String query() {
        return url.contains("?") ? url.substring(url.indexOf('?') + 1) : "";
    }

    /** Whether it went to one of these paths, with or without a slash at the end. */
    public boolean wentTo(String... paths) {
        return Stream.of(paths).anyMatch(path -> path().equals(path) || path().equals(path + "/"));
    }

    /** The body as the SDK put it on the wire. */
    public byte[] body() {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        for (int step = how.size() - 1; step >= 0; step--) {
            body = Packing.named(how.get(step)).pack(body);
        }
        return body;
    }
}
