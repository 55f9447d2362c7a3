package dev.sightline.capture.edge;

import dev.sightline.capture.CaptureRefused;
import dev.sightline.capture.CaptureRequest;
import dev.sightline.capture.UrlForm;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;

/** Walks one request through its endpoint: body, reading, taking, answer. */
final class CaptureHandler<T> implements Handler<RoutingContext> {

    private static final int PACKED_WEIGHT = 8;

    private final CaptureRoutes routes;
    private final Outcomes outcomes;
    private final long largestBody;
    private final CaptureEndpoint<T> endpoint;

    CaptureHandler(CaptureRoutes routes, Outcomes outcomes, long largestBody, CaptureEndpoint<T> endpoint) {
        this.routes = routes;
        this.outcomes = outcomes;
        this.largestBody = largestBody;
        this.endpoint = endpoint;
    }

    @Override
    public void handle(RoutingContext routing) {
        InFlight.Room room = routes.inFlight().enter();
        Answer answer = new Answer(routing.response(), outcomes, endpoint.refusals());
        Instant receivedAt = routes.clock().instant();
        Context context = routing.vertx().getOrCreateContext();
        Body.of(routing.request(), largestBody, room)
                .map(body -> request(routing.request(), body, room))
                .flatMap(request -> work(request, receivedAt))
                .emitOn(work -> context.runOnContext(now -> work.run()))
                .onTermination()
                .invoke(room::close)
                .subscribe()
                .with(answer::accepted, answer::failed);
    }

    private CaptureRequest request(HttpServerRequest request, byte[] body, InFlight.Room room) {
        outcomes.received(body.length);
        CaptureRequest capture = new CaptureRequest(UrlForm.parse(request.query()), request::getHeader, body);
        if (capture.isPacked() && !room.take(unpacked(body))) {
            throw CaptureRefused.overloaded();
        }
        return capture;
    }

    private long unpacked(byte[] body) {
        return Math.min(
                (long) body.length * PACKED_WEIGHT, routes.config().unpacked().asLongValue());
    }

    private Uni<String> work(CaptureRequest request, Instant receivedAt) {
        return read(request, receivedAt).flatMap(endpoint::take).map(json -> request.beacon() ? Answer.SILENT : json);
    }

    private Uni<T> read(CaptureRequest request, Instant receivedAt) {
        long size = request.isPacked() ? unpacked(request.body()) : request.body().length;
        if (size <= routes.config().decodedInPlace().asLongValue()) {
            return Uni.createFrom().item(() -> endpoint.read(request, receivedAt));
        }
        return Uni.createFrom().completionStage(() -> routes.vertx()
                .executeBlocking(() -> endpoint.read(request, receivedAt), false)
                .toCompletionStage());
    }
}
