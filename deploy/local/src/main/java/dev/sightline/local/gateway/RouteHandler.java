package dev.sightline.local.gateway;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;

/** Serves one route: refuses what its kind does not allow and streams the rest to the service. */
final class RouteHandler implements Handler<RoutingContext> {

    private final Kind kind;
    private final HttpProxy proxy;

    RouteHandler(HttpClient client, SocketAddress origin, String service, Kind kind) {
        this.kind = kind;
        RequestOptions target = new RequestOptions()
                .setHost(origin.host())
                .setPort(origin.port())
                .setIdleTimeout(kind.timeout().toMillis());
        this.proxy = HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
                .origin(context -> client.request(new RequestOptions(target)).map(RouteHandler::quietly))
                .addInterceptor(new Forwarding(service, kind));
    }

    /** A failure becomes the gateway's answer; it need not be logged as well. */
    private static HttpClientRequest quietly(HttpClientRequest request) {
        return request.exceptionHandler(failure -> {});
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (kind.cors()) {
            Cors.mirror(request);
        }
        if (kind.cors() && Cors.isPreflight(request)) {
            Cors.answerPreflight(request, kind);
        } else if (isServed(request)) {
            proxy.handle(request);
        }
    }

    private boolean isServed(HttpServerRequest request) {
        String method = request.method().name();
        if (request.authority() == null) {
            return refuse(request, Problem.malformed());
        }
        if (!kind.allows(method)) {
            request.response().putHeader(HttpHeaders.ALLOW, String.join(", ", kind.methods()));
            return refuse(request, Problem.methodNotAllowed(method));
        }
        return declaredLength(request) <= kind.bodyLimit() || refuse(request, Problem.tooLarge(kind));
    }

    private boolean refuse(HttpServerRequest request, Problem problem) {
        Answers.refuse(request, kind.refusal(), problem);
        return false;
    }

    /** A length that is no number is left to the HTTP parser, which has refused it already. */
    private static long declaredLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }
}
