package dev.sightline.local.gateway;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;

/** Answers {@code GET /health}: 200 when every service is ready, else 503, and which of them are. */
final class Readiness implements Handler<RoutingContext> {

    private static final String READY = "/q/health/ready";
    private static final long PATIENCE_MS = 2_000;

    private final HttpClient client;
    private final Map<String, SocketAddress> origins;

    Readiness(HttpClient client, Map<String, SocketAddress> origins) {
        this.client = client;
        this.origins = origins;
    }

    @Override
    public void handle(RoutingContext context) {
        JsonObject services = new JsonObject();
        List<Future<Boolean>> checks = origins.entrySet().stream()
                .map(origin -> isReady(origin.getValue()).onSuccess(up -> services.put(origin.getKey(), word(up))))
                .toList();
        Future.all(checks).onSuccess(done -> answer(context, services));
    }

    private Future<Boolean> isReady(SocketAddress origin) {
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost(origin.host())
                .setPort(origin.port())
                .setURI(READY)
                .setIdleTimeout(PATIENCE_MS);
        return client.request(request)
                .compose(HttpClientRequest::send)
                .map(HttpClientResponse::statusCode)
                .map(status -> status == 200)
                .otherwise(false);
    }

    private static void answer(RoutingContext context, JsonObject services) {
        boolean ready = services.stream().allMatch(service -> word(true).equals(service.getValue()));
        context.response().setStatusCode(ready ? 200 : 503);
        context.json(new JsonObject().put("status", word(ready)).put("services", services));
    }

    private static String word(boolean up) {
        return up ? "UP" : "DOWN";
    }
}
