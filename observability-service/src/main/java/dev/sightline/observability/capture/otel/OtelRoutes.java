package dev.sightline.observability.capture.otel;

import dev.sightline.capture.edge.CaptureConfig;
import dev.sightline.capture.edge.CaptureRoutes;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Where traces come in; the second path is what the first was once called. */
@ApplicationScoped
class OtelRoutes {

    private static final List<String> PATHS = List.of("/i/v0/ai/otel", "/i/v0/llma_otel");

    void mount(@Observes Router router, CaptureRoutes routes, CaptureConfig config, OtelEndpoint endpoint) {
        routes.receive(router, PATHS, config.traceBody(), endpoint);
    }
}
