package dev.sightline.observability.capture;

import dev.sightline.capture.edge.CaptureConfig;
import dev.sightline.capture.edge.CaptureRoutes;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Where events come in. */
@ApplicationScoped
class EventRoutes {

    private static final List<String> SINGLE = List.of("/e", "/i/v0/e", "/capture", "/track", "/engage");
    private static final List<String> BATCH = List.of("/batch");
    private static final List<String> AI_BATCH = List.of("/i/v0/ai/batch");

    private final CaptureRoutes routes;
    private final CaptureConfig config;
    private final EventEndpoint endpoint;

    EventRoutes(CaptureRoutes routes, CaptureConfig config, EventEndpoint endpoint) {
        this.routes = routes;
        this.config = config;
        this.endpoint = endpoint;
    }

    void mount(@Observes Router router) {
        routes.serve(router, SINGLE, config.eventBody(), endpoint);
        routes.serve(router, BATCH, config.batchBody(), endpoint);
        routes.receive(router, AI_BATCH, config.batchBody(), endpoint);
    }
}
