package dev.sightline.local.replay;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends recordings to an address, as the project of a capture token. Every run makes sessions and events of its own, so
 * that running twice gives twice as many and spoils none.
 */
public record Replay(URI address, String token) {

    private static final Pattern SESSION = Pattern.compile("\"\\$session_id\":\"([^\"]+)\"");
    private static final Set<String> HEADERS =
            Set.of("content-type", "content-encoding", "user-agent", "origin", "authorization");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /**
     * Sends all deliveries of a recording, in order, one after the other.
     *
     * @param end time at which the last one shall seem to have happened
     * @throws IOException if the file cannot be read or the address cannot be reached
     */
    public Replayed send(Path file, Instant end) throws IOException, InterruptedException {
        Recording recording = Recording.read(file);
        Duration shift = Duration.between(recording.end(), end);
        Rewriting rewriting = new Rewriting(recording, shift, token, UUID.randomUUID());
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        List<String> refusals = new ArrayList<>();
        for (RecordedRequest request : recording.requests()) {
            HttpResponse<String> answer = client.send(moved(request, rewriting), BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                refusals.add("%s: %d %s".formatted(request.url(), answer.statusCode(), answer.body()));
            }
        }
        return new Replayed(
                recording.requests().size(),
                sessions(recording, rewriting),
                recording.begin().plus(shift),
                end,
                refusals);
    }

    private HttpRequest moved(RecordedRequest recorded, Rewriting rewriting) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(rewriting.apply(recorded.url())))
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofByteArray(Encoding.encode(rewriting.apply(recorded.content()), recorded.how())));
        recorded.headers().forEach((name, value) -> {
            if (HEADERS.contains(name)) {
                request.header(name, rewriting.apply(value));
            }
        });
        return request.build();
    }

    private static Map<String, String> sessions(Recording recording, Rewriting rewriting) {
        Map<String, String> sessions = new LinkedHashMap<>();
        for (RecordedRequest request : recording.requests()) {
            if (request.url().startsWith("/s/")) {
                Matcher session = SESSION.matcher(request.content());
                session.results().map(found -> found.group(1)).forEach(id -> sessions.put(id, rewriting.apply(id)));
            }
        }
        return sessions;
    }
}
