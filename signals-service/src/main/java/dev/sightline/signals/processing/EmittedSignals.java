package dev.sightline.signals.processing;

import dev.sightline.event.MessageType;
import dev.sightline.event.SignalEmitted;
import dev.sightline.messaging.Deliveries;
import dev.sightline.messaging.Delivery;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Listens to the topic of emitted signals. A record is acknowledged when its signal waits in the database. */
@ApplicationScoped
class EmittedSignals {

    private static final String TYPE =
            SignalEmitted.class.getAnnotation(MessageType.class).value();

    private final Deliveries deliveries;
    private final Intake intake;

    EmittedSignals(Deliveries deliveries, Intake intake) {
        this.deliveries = deliveries;
        this.intake = intake;
    }

    @Incoming("signals-emitted")
    Uni<Void> arrived(ConsumerRecords<String, byte[]> records) {
        return deliveries.batch(records, this::take);
    }

    private Uni<Void> take(List<Delivery> batch) {
        List<SignalEmitted> signals = batch.stream()
                .filter(delivery -> delivery.type().equals(TYPE))
                .map(delivery -> delivery.payload(SignalEmitted.class))
                .toList();
        return signals.isEmpty() ? Uni.createFrom().voidItem() : intake.take(signals);
    }
}
