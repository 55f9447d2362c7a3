package dev.sightline.observability.event;

import dev.sightline.event.EventCaptured;
import dev.sightline.messaging.Deliveries;
import dev.sightline.messaging.Delivery;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Moves captured events from the topic into the store, a poll's worth at a time. */
@ApplicationScoped
class EventConsumer {

    private final Deliveries deliveries;
    private final EventStore store;

    EventConsumer(Deliveries deliveries, EventStore store) {
        this.deliveries = deliveries;
        this.store = store;
    }

    /** Acknowledged when the events are committed; one that comes again changes nothing. */
    @Incoming("event-store")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return deliveries.batch(records, this::store);
    }

    private Uni<Void> store(List<Delivery> batch) {
        List<EventCaptured> events = batch.stream()
                .map(delivery -> delivery.payload(EventCaptured.class))
                .toList();
        return store.save(events).replaceWithVoid();
    }
}
