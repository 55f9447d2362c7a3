package dev.sightline.local.gateway;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.regex.Pattern;

/** One event loop of the gateway: its router and its pool of connections to the services. */
final class Listener extends AbstractVerticle {

    private static final int CONNECTIONS = 64;
    private static final int CONNECT_TIMEOUT_MS = 3_000;
    private static final int IDLE_SECONDS = 120;

    /** Dot segments, which a service might resolve otherwise than the router here. No client sends them. */
    private static final Pattern DOTS = Pattern.compile("(?i).*(/|%2f)(\\.|%2e){1,2}(/|%2f|$).*");

    private final Routes routes;
    private final SocketAddress address;
    private final Map<String, SocketAddress> origins;

    Listener(Routes routes, SocketAddress address, Map<String, SocketAddress> origins) {
        this.routes = routes;
        this.address = address;
        this.origins = origins;
    }

    @Override
    public void start(Promise<Void> started) {
        HttpServerOptions options =
                new HttpServerOptions().setHandle100ContinueAutomatically(true).setIdleTimeout(IDLE_SECONDS);
        vertx.createHttpServer(options)
                .requestHandler(router())
                .listen(address)
                .<Void>mapEmpty()
                .onComplete(started);
    }

    private Router router() {
        HttpClient client = vertx.createHttpClient(
                new HttpClientOptions().setMaxPoolSize(CONNECTIONS).setConnectTimeout(CONNECT_TIMEOUT_MS));
        Router router = Router.router(vertx);
        refusals(router);
        router.route().handler(Listener::refuseDots);
        router.get("/health").handler(new Readiness(client, origins));
        for (Route route : routes.routes()) {
            RouteHandler handler =
                    new RouteHandler(client, origins.get(route.service()), route.service(), routes.kindOf(route));
            route.patterns().forEach(pattern -> router.route(pattern).handler(handler));
        }
        return router;
    }

    private static void refusals(Router router) {
        router.errorHandler(400, context -> refuse(context, Problem.malformed()));
        router.errorHandler(404, context -> refuse(context, Problem.notFound()));
        router.errorHandler(405, context -> refuse(context, Problem.notFound()));
        router.errorHandler(500, context -> refuse(context, Problem.unexpected()));
    }

    private static void refuseDots(RoutingContext context) {
        if (DOTS.matcher(context.request().path()).matches()) {
            context.fail(404);
        } else {
            context.next();
        }
    }

    private static void refuse(RoutingContext context, Problem problem) {
        Answers.refuse(context.request(), Refusal.ENVELOPE, problem);
    }
}
