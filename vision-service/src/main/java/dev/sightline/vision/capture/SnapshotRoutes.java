package dev.sightline.vision.capture;

import dev.sightline.capture.edge.CaptureConfig;
import dev.sightline.capture.edge.CaptureRoutes;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Where snapshots come in. */
@ApplicationScoped
class SnapshotRoutes {

    private final CaptureRoutes routes;
    private final CaptureConfig config;
    private final SnapshotEndpoint endpoint;

    SnapshotRoutes(CaptureRoutes routes, CaptureConfig config, SnapshotEndpoint endpoint) {
        this.routes = routes;
        this.config = config;
        this.endpoint = endpoint;
    }

    void mount(@Observes Router router) {
        routes.serve(router, List.of("/s"), config.recordingBody(), endpoint);
    }
}
