package dev.sightline.observability.capture.v1;

import dev.sightline.capture.edge.CaptureConfig;
import dev.sightline.capture.edge.CaptureRoutes;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Where clients of version 1 send. */
@ApplicationScoped
class AnalyticsRoutes {

    void mount(@Observes Router router, CaptureRoutes routes, CaptureConfig config, AnalyticsEndpoint endpoint) {
        routes.receive(router, List.of("/i/v1/analytics/events"), config.batchBody(), endpoint);
    }
}
