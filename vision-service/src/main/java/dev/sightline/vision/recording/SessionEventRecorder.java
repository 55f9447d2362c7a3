package dev.sightline.vision.recording;

import dev.sightline.event.EventCaptured;
import dev.sightline.messaging.Deliveries;
import dev.sightline.messaging.Delivery;
import dev.sightline.vision.person.People;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the analytics events of sessions, which scanners look at beside the recording, and what they say of people. */
@ApplicationScoped
class SessionEventRecorder {

    private final Deliveries deliveries;
    private final SessionEvents events;
    private final People people;

    SessionEventRecorder(Deliveries deliveries, SessionEvents events, People people) {
        this.deliveries = deliveries;
        this.events = events;
        this.people = people;
    }

    @Incoming("session-events")
    Uni<Void> keep(ConsumerRecords<String, byte[]> records) {
        return deliveries.batch(records, this::add);
    }

    private Uni<Void> add(List<Delivery> messages) {
        List<EventCaptured> captured = messages.stream()
                .map(message -> message.payload(EventCaptured.class))
                .toList();
        return events.add(captured).chain(() -> people.hear(captured));
    }
}
