package dev.sightline.observability.capture.multipart;

import dev.sightline.capture.edge.CaptureConfig;
import dev.sightline.capture.edge.CaptureRoutes;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Where events come in parts. */
@ApplicationScoped
class MultipartRoutes {

    void mount(@Observes Router router, CaptureRoutes routes, CaptureConfig config, MultipartEndpoint endpoint) {
        routes.receive(router, List.of("/i/v0/ai"), config.partsBody(), endpoint);
    }
}
