package dev.sightline.observability.capture;

import dev.sightline.auth.Directory;
import dev.sightline.auth.Project;
import dev.sightline.capture.CaptureRefused;
import dev.sightline.capture.ClientEvent;
import dev.sightline.capture.EventBatch;
import dev.sightline.capture.edge.BrokerGate;
import dev.sightline.capture.edge.CaptureConfig;
import dev.sightline.capture.edge.Dropped;
import dev.sightline.event.EventCaptured;
import dev.sightline.messaging.EncodedMessage;
import dev.sightline.observability.capture.ai.AiEvents;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** What becomes of checked events, whichever route they came by: completed, encoded, published. */
@ApplicationScoped
public class EventIntake {

    /** What the envelope and completed properties may add to an event of the largest size. */
    private static final int FRAME = 64 * 1024;

    private final Directory directory;
    private final AiEvents ai;
    private final BrokerGate broker;
    private final Dropped dropped;
    private final long largestMessage;

    EventIntake(Directory directory, AiEvents ai, BrokerGate broker, Dropped dropped, CaptureConfig config) {
        this.directory = directory;
        this.ai = ai;
        this.broker = broker;
        this.dropped = dropped;
        this.largestMessage = config.event().asLongValue() + FRAME;
    }

    /** The messages of a request's events; none for a token nobody has, as SDKs expect. */
    public List<EncodedMessage> messages(EventBatch batch, Instant receivedAt) {
        return directory
                .projectByCaptureToken(batch.token())
                .map(project -> messages(batch.events(), project, receivedAt))
                .orElseGet(this::none);
    }

    /**
     * The same for events whose size nobody has checked yet.
     *
     * @throws CaptureRefused if one is larger than configured
     */
    public List<EncodedMessage> bounded(EventBatch batch, Instant receivedAt) {
        List<EncodedMessage> messages = messages(batch, receivedAt);
        if (messages.stream().anyMatch(message -> message.json().length > largestMessage)) {
            throw CaptureRefused.tooLarge();
        }
        return messages;
    }

    private List<EncodedMessage> messages(List<ClientEvent> events, Project project, Instant receivedAt) {
        return events.stream()
                .map(event -> event.captured(project.id(), receivedAt))
                .map(this::message)
                .toList();
    }

    private EncodedMessage message(EventCaptured event) {
        ai.complete(event.event(), event.properties());
        return EventMessage.of(event);
    }

    private List<EncodedMessage> none() {
        dropped.count("events", "unknown_token");
        return List.of();
    }

    /** Completes when the broker has acknowledged all; fails with {@link CaptureRefused} otherwise. */
    public Uni<Void> publish(List<EncodedMessage> messages) {
        return broker.publish(messages);
    }
}
