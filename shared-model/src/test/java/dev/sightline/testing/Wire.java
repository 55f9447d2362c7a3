package dev.sightline.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/** Sends bodies byte for byte to a service under test, with the headers given and no others. */
public record Wire(int port) {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Posts to a path and query. */
    public HttpResponse<String> post(String url, Map<String, String> headers, byte[] body) {
        return send("POST", url, headers, body);
    }

    /** Posts a recorded request as its SDK sent it. */
    public HttpResponse<String> post(RecordedRequest request) {
        return post(request.url(), request.headers(), request.body());
    }

    public HttpResponse<String> send(String method, String url, Map<String, String> headers, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + url))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
