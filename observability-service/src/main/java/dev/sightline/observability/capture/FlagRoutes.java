package dev.sightline.observability.capture;

import dev.sightline.capture.edge.CaptureConfig;
import dev.sightline.capture.edge.CaptureRoutes;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Where SDKs ask which flags are on. */
@ApplicationScoped
class FlagRoutes {

    private final FlagsEndpoint flags;
    private final DecideEndpoint decide;

    FlagRoutes(FlagsEndpoint flags, DecideEndpoint decide) {
        this.flags = flags;
        this.decide = decide;
    }

    void mount(@Observes Router router, CaptureRoutes routes, CaptureConfig config) {
        routes.serve(router, List.of("/flags"), config.eventBody(), flags);
        routes.serve(router, List.of("/decide"), config.eventBody(), decide);
    }
}
