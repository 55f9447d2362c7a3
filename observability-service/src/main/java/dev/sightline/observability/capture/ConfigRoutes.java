package dev.sightline.observability.capture;

import dev.sightline.auth.Directory;
import dev.sightline.capture.edge.Cors;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.function.Function;

/** Where browsers ask what to do. A token nobody knows gets a 404, with which no recording starts. */
@ApplicationScoped
class ConfigRoutes {

    private static final String NO_DEFINITIONS = "{\"flags\":[],\"group_type_mapping\":{},\"cohorts\":{}}";
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;

    private final Directory directory;
    private final RemoteConfig remote;
    private final Scripts scripts;

    ConfigRoutes(Directory directory, RemoteConfig remote, Scripts scripts) {
        this.directory = directory;
        this.remote = remote;
        this.scripts = scripts;
    }

    void mount(@Observes Router router) {
        get(router, "/array/:token/config", this::json);
        get(router, "/array/:token/array.js", this::library);
        get(router, "/array/:token/config.js", this::script);
        get(router, "/flags/definitions", this::definitions);
    }

    private static void get(Router router, String path, Handler<RoutingContext> handler) {
        router.route(path)
                .method(HttpMethod.GET)
                .method(HttpMethod.OPTIONS)
                .handler(new Cors())
                .blockingHandler(handler, false);
    }

    private void json(RoutingContext routing) {
        answer(routing, Packed.Type.JSON, token -> Optional.of(remote.of(token).toString()));
    }

    private void script(RoutingContext routing) {
        answer(routing, Packed.Type.SCRIPT, token -> Optional.of(remote.script(token)));
    }

    /** The configuration and posthog-js in one, for pages that want to load one script. */
    private void library(RoutingContext routing) {
        answer(routing, Packed.Type.SCRIPT, token -> scripts.library().map(library -> remote.script(token) + library));
    }

    private void answer(RoutingContext routing, Packed.Type type, Function<String, Optional<String>> content) {
        String token = routing.pathParam("token");
        Optional<String> text = known(token) ? content.apply(token) : Optional.empty();
        if (text.isPresent()) {
            Packed.answer(routing, type, text.get());
        } else {
            routing.response().setStatusCode(NOT_FOUND).end("Not found.");
        }
    }

    private void definitions(RoutingContext routing) {
        if (known(routing.request().getParam("token"))) {
            Packed.answer(routing, Packed.Type.JSON, NO_DEFINITIONS);
        } else {
            routing.response().setStatusCode(UNAUTHORIZED).end("API key is not valid: unknown");
        }
    }

    private boolean known(String token) {
        return token != null && directory.projectByCaptureToken(token).isPresent();
    }
}
