package dev.sightline.observability.capture;

import dev.sightline.auth.Directory;
import dev.sightline.capture.edge.CaptureConfig;
import dev.sightline.capture.edge.CaptureRoutes;
import dev.sightline.capture.edge.Cors;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.function.UnaryOperator;

/** Where SDKs ask what to do. A token nobody knows gets a 404, with which no recording starts. */
@ApplicationScoped
class ConfigRoutes {

    private static final String NO_DEFINITIONS = "{\"flags\":[],\"group_type_mapping\":{},\"cohorts\":{}}";
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;

    private final Directory directory;
    private final RemoteConfig remote;
    private final FlagsEndpoint flags;
    private final DecideEndpoint decide;

    ConfigRoutes(Directory directory, RemoteConfig remote, FlagsEndpoint flags, DecideEndpoint decide) {
        this.directory = directory;
        this.remote = remote;
        this.flags = flags;
        this.decide = decide;
    }

    void mount(@Observes Router router, CaptureRoutes routes, CaptureConfig config) {
        routes.serve(router, List.of("/flags"), config.eventBody(), flags);
        routes.serve(router, List.of("/decide"), config.eventBody(), decide);
        get(router, "/array/:token/config", this::json);
        get(router, "/array/:token/config.js", this::script);
        get(router, "/flags/definitions", this::definitions);
    }

    private static void get(Router router, String path, Handler<RoutingContext> handler) {
        router.route(path)
                .method(HttpMethod.GET)
                .method(HttpMethod.OPTIONS)
                .handler(new Cors())
                .handler(handler);
    }

    private void json(RoutingContext routing) {
        answer(routing, "application/json", token -> remote.of(token).toString());
    }

    private void script(RoutingContext routing) {
        answer(routing, "application/javascript; charset=utf-8", remote::script);
    }

    private void answer(RoutingContext routing, String type, UnaryOperator<String> content) {
        String token = routing.pathParam("token");
        if (known(token)) {
            Packed.answer(routing, type, content.apply(token));
        } else {
            routing.response().setStatusCode(NOT_FOUND).end("Not found.");
        }
    }

    private void definitions(RoutingContext routing) {
        if (known(routing.request().getParam("token"))) {
            Packed.answer(routing, "application/json", NO_DEFINITIONS);
        } else {
            routing.response().setStatusCode(UNAUTHORIZED).end("API key is not valid: unknown");
        }
    }

    private boolean known(String token) {
        return token != null && directory.projectByCaptureToken(token).isPresent();
    }
}
