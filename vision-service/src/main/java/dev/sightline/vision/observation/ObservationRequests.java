package dev.sightline.vision.observation;

import dev.sightline.event.MessageType;
import dev.sightline.event.ObservationRequested;
import dev.sightline.messaging.Deliveries;
import dev.sightline.messaging.Delivery;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hands requested observations to this replica's worker. */
@ApplicationScoped
class ObservationRequests {

    private static final String REQUESTED =
            ObservationRequested.class.getAnnotation(MessageType.class).value();

    private final Deliveries deliveries;
    private final ObservationWorker worker;

    ObservationRequests(Deliveries deliveries, ObservationWorker worker) {
        this.deliveries = deliveries;
        this.worker = worker;
    }

    @Incoming("observation-requests")
    Uni<Void> take(ConsumerRecord<String, byte[]> record) {
        return deliveries.each(record, this::accept);
    }

    private Uni<Void> accept(Delivery message) {
        return message.type().equals(REQUESTED)
                ? worker.accept(message.payload(ObservationRequested.class))
                : Uni.createFrom().voidItem();
    }
}
