package dev.sightline.observability.capture.multipart;

import dev.sightline.capture.CaptureRequest;
import dev.sightline.capture.ClientEvent;
import dev.sightline.capture.EventBatch;
import dev.sightline.capture.Payload;
import dev.sightline.capture.ProjectToken;
import dev.sightline.capture.edge.CaptureConfig;
import dev.sightline.capture.edge.CaptureEndpoint;
import dev.sightline.observability.capture.EventIntake;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Takes one AI event in parts. */
@ApplicationScoped
class MultipartEndpoint implements CaptureEndpoint<Accepted> {

    private final EventIntake intake;
    private final CaptureConfig config;

    MultipartEndpoint(EventIntake intake, CaptureConfig config) {
        this.intake = intake;
        this.config = config;
    }

    @Override
    public Accepted read(CaptureRequest request, Instant receivedAt) {
        String token = ProjectToken.check(request.bearer());
        byte[] body = Payload.body(request, config.limits());
        List<Part> parts = Parts.of(request.headers().get("Content-Type"), body);
        ClientEvent event = ClientEvent.of(EventParts.event(parts, config.limits()), receivedAt);
        return new Accepted(intake.bounded(new EventBatch(token, List.of(event)), receivedAt), parts);
    }

    @Override
    public Uni<String> take(Accepted accepted) {
        return intake.publish(accepted.messages()).replaceWith(accepted::answer);
    }
}
