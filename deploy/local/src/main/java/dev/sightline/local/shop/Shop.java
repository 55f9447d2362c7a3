package dev.sightline.local.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The shop's project as SDKs and API clients see it.
 *
 * @param token what SDKs send with
 * @param key what API clients ask with
 */
public record Shop(URI address, String token, String key) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int BATCH = 500;

    /** Something that Sightline refused; the message says what it answered. */
    public static final class RefusedException extends IOException {

        private static final long serialVersionUID = 1L;

        RefusedException(URI address, HttpResponse<String> answer) {
            super(address + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    /** Sends events as a server-side SDK does. */
    public void send(List<Map<String, Object>> events) throws IOException, InterruptedException {
        for (int from = 0; from < events.size(); from += BATCH) {
            List<Map<String, Object>> batch = events.subList(from, Math.min(events.size(), from + BATCH));
            ask(withBody(to("/batch/"), Map.of("api_key", token, "batch", batch)));
        }
    }

    /** Brings the shipped scouts into the key's project; where they are found. */
    public URI syncScouts() throws IOException, InterruptedException {
        JsonNode person = ask(asClient("/api/users/@me/"));
        String scouts = "/api/projects/" + person.at("/team/project_id").asInt() + "/signals/scout/";
        ask(withBody(asClient(scouts + "configs/sync/"), Map.of()));
        return address.resolve(scouts);
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(address.resolve(path));
    }

    private HttpRequest.Builder asClient(String path) {
        return to(path).header("Authorization", "Bearer " + key);
    }

    private static HttpRequest.Builder withBody(HttpRequest.Builder request, Map<String, ?> body) throws IOException {
        return request.header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
    }

    private JsonNode ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpRequest ready = request.timeout(PATIENCE).build();
        HttpResponse<String> answer = CLIENT.send(ready, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new RefusedException(ready.uri(), answer);
        }
        return JSON.readTree(answer.body());
    }
}
