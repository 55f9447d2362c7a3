package dev.sightline.observability.capture;

import dev.sightline.capture.edge.Cors;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where pages load posthog-js and what it loads later. The version is in the path, or in the parameter {@code v} of older
 * libraries; a page that asks for no version gets the newest there is (spec/platform.md B.4).
 */
@ApplicationScoped
class ScriptRoutes {

    private static final int NOT_FOUND = 404;

    private final Scripts scripts;

    ScriptRoutes(Scripts scripts) {
        this.scripts = scripts;
    }

    void mount(@Observes Router router) {
        get(router, "/static/:version/:name");
        get(router, "/static/:name");
    }

    private void get(Router router, String path) {
        router.route(path)
                .method(HttpMethod.GET)
                .method(HttpMethod.OPTIONS)
                .handler(new Cors())
                .blockingHandler(this::answer, false);
    }

    private void answer(RoutingContext routing) {
        Optional<String> asked = Optional.ofNullable(routing.pathParam("version"))
                .or(() -> Optional.ofNullable(routing.request().getParam("v")));
        Optional<Path> script =
                asked.or(scripts::newest).flatMap(version -> scripts.find(version, routing.pathParam("name")));
        if (script.isPresent()) {
            Packed.Life life = asked.isPresent() ? Packed.Life.FOREVER : Packed.Life.SHORT;
            Packed.answer(routing, Packed.Type.SCRIPT, life, Scripts.read(script.get()));
        } else {
            routing.response()
                    .setStatusCode(NOT_FOUND)
                    .putHeader("Content-Type", "text/plain; charset=utf-8")
                    .end("Not found. deploy/gateway/static-files puts the scripts of a version of posthog-js here.");
        }
    }
}
