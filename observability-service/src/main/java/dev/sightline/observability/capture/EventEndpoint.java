package dev.sightline.observability.capture;

import dev.sightline.auth.Directory;
import dev.sightline.auth.Project;
import dev.sightline.capture.CaptureRequest;
import dev.sightline.capture.EventBatch;
import dev.sightline.capture.EventReader;
import dev.sightline.capture.edge.BrokerGate;
import dev.sightline.capture.edge.CaptureConfig;
import dev.sightline.capture.edge.CaptureEndpoint;
import dev.sightline.capture.edge.Dropped;
import dev.sightline.messaging.EncodedMessage;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Takes events. Those of an unknown token are accepted and dropped, as SDKs expect. */
@ApplicationScoped
class EventEndpoint implements CaptureEndpoint<List<EncodedMessage>> {

    private final Directory directory;
    private final BrokerGate broker;
    private final CaptureConfig config;
    private final Dropped dropped;

    EventEndpoint(Directory directory, BrokerGate broker, CaptureConfig config, Dropped dropped) {
        this.directory = directory;
        this.broker = broker;
        this.config = config;
        this.dropped = dropped;
    }

    @Override
    public List<EncodedMessage> read(CaptureRequest request, Instant receivedAt) {
        EventBatch batch = EventReader.read(request, config.limits(), receivedAt);
        return directory
                .projectByCaptureToken(batch.token())
                .map(project -> messages(batch, project, receivedAt))
                .orElseGet(this::none);
    }

    private static List<EncodedMessage> messages(EventBatch batch, Project project, Instant receivedAt) {
        return batch.events().stream()
                .map(event -> EventMessage.of(event.captured(project.id(), receivedAt)))
                .toList();
    }

    private List<EncodedMessage> none() {
        dropped.count("events", "unknown_token");
        return List.of();
    }

    @Override
    public Uni<String> take(List<EncodedMessage> messages) {
        return broker.publish(messages).replaceWith(OK);
    }
}
