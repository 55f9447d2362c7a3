package dev.sightline.local.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.SocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A service behind the gateway under test: answers what it received, and notes each piece of body as it comes. */
final class Origin {

    final BlockingQueue<Integer> pieces = new LinkedBlockingQueue<>();
    private final String name;
    private final HttpServer server;

    Origin(Vertx vertx, String name) {
        this.name = name;
        this.server = vertx.createHttpServer()
                .requestHandler(this::answer)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    SocketAddress address() {
        return SocketAddress.inetSocketAddress(server.actualPort(), "127.0.0.1");
    }

    private void answer(HttpServerRequest request) {
        switch (request.path()) {
            case "/q/health/ready" -> request.response().end();
            case "/api/projects/1/vision/scanners/gone" ->
                request.response().setStatusCode(204).end();
            case "/api/projects/1/vision/scanners/silent" -> request.pause();
            default -> echo(request);
        }
    }

    private void echo(HttpServerRequest request) {
        Buffer body = Buffer.buffer();
        request.handler(piece -> {
            pieces.add(piece.length());
            body.appendBuffer(piece);
        });
        request.endHandler(end -> request.response()
                .putHeader("access-control-allow-origin", "*")
                .end(received(request, body).encode()));
    }

    private JsonObject received(HttpServerRequest request, Buffer body) {
        JsonObject headers = new JsonObject();
        request.headers().forEach((header, value) -> headers.put(header.toLowerCase(java.util.Locale.ROOT), value));
        return new JsonObject()
                .put("service", name)
                .put("method", request.method().name())
                .put("uri", request.uri())
                .put("length", body.length())
                .put("headers", headers);
    }
}
