package dev.sightline.local.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A caller of the API with a personal key. */
public record Client(URI address, String key) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** An answer; the body is missing where there is none, and text where it is not JSON. */
    public record Answer(int status, JsonNode body) {}

    /** The answer to a GET. */
    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    /** The answer to a DELETE. */
    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    /** The answer to a POST of JSON. */
    public Answer post(String path, String json) {
        return send("POST", path, BodyPublishers.ofString(json));
    }

    /** The answer to a PATCH of JSON. */
    public Answer patch(String path, String json) {
        return send("PATCH", path, BodyPublishers.ofString(json));
    }

    private Answer send(String method, String path, BodyPublisher body) {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .method(method, body)
                .build();
        try {
            var response = HTTP.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), parse(response.body()));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(method + " " + path + ": " + e, e);
        }
    }

    private static JsonNode parse(String body) {
        try {
            return MAPPER.readTree(body);
        } catch (IOException e) {
            return MAPPER.getNodeFactory().textNode(body);
        }
    }
}
