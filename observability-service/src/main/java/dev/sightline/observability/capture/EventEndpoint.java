package dev.sightline.observability.capture;

import dev.sightline.capture.CaptureRequest;
import dev.sightline.capture.EventReader;
import dev.sightline.capture.edge.CaptureConfig;
import dev.sightline.capture.edge.CaptureEndpoint;
import dev.sightline.messaging.EncodedMessage;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Takes events in the forms of version 0. */
@ApplicationScoped
class EventEndpoint implements CaptureEndpoint<List<EncodedMessage>> {

    private final EventIntake intake;
    private final CaptureConfig config;

    EventEndpoint(EventIntake intake, CaptureConfig config) {
        this.intake = intake;
        this.config = config;
    }

    @Override
    public List<EncodedMessage> read(CaptureRequest request, Instant receivedAt) {
        return intake.messages(EventReader.read(request, config.limits(), receivedAt), receivedAt);
    }

    @Override
    public Uni<String> take(List<EncodedMessage> messages) {
        return intake.publish(messages).replaceWith(OK);
    }
}
