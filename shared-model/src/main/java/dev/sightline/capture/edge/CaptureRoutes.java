package dev.sightline.capture.edge;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Puts ingestion endpoints under their paths. All endpoints of a service share one bound on work in flight. */
@ApplicationScoped
public class CaptureRoutes {

    private final CaptureConfig config;
    private final Vertx vertx;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final InFlight inFlight;

    CaptureRoutes(CaptureConfig config, Vertx vertx, Clock clock, MeterRegistry metrics) {
        this.config = config;
        this.vertx = vertx;
        this.clock = clock;
        this.metrics = metrics;
        this.inFlight =
                new InFlight(config.requestsInFlight(), config.bytesInFlight().asLongValue());
        metrics.gauge("sightline.capture.inflight.requests", inFlight, InFlight::requests);
        metrics.gauge("sightline.capture.inflight.bytes", inFlight, InFlight::bytes);
    }

    /** Serves GET, POST and OPTIONS of the paths, with and without a slash at the end. */
    public <T> void serve(Router router, List<String> paths, MemorySize largestBody, CaptureEndpoint<T> endpoint) {
        paths.forEach(path ->
                mount(router, path, handler(path, largestBody, endpoint)).method(HttpMethod.GET));
    }

    /** The same for paths that nobody GETs. */
    public <T> void receive(Router router, List<String> paths, MemorySize largestBody, CaptureEndpoint<T> endpoint) {
        paths.forEach(path -> mount(router, path, handler(path, largestBody, endpoint)));
    }

    private <T> CaptureHandler<T> handler(String path, MemorySize largestBody, CaptureEndpoint<T> endpoint) {
        return new CaptureHandler<>(this, new Outcomes(metrics, path), largestBody.asLongValue(), endpoint);
    }

    private static Route mount(Router router, String path, CaptureHandler<?> handler) {
        return router.route(path)
                .method(HttpMethod.POST)
                .method(HttpMethod.OPTIONS)
                .handler(new Cors())
                .handler(handler);
    }

    CaptureConfig config() {
        return config;
    }

    Vertx vertx() {
        return vertx;
    }

    Clock clock() {
        return clock;
    }

    InFlight inFlight() {
        return inFlight;
    }
}
