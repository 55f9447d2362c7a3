package dev.sightline.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Consumers as a service has them; each test says what happens to the messages of its key. */
@ApplicationScoped
class LetterBox {

    private final Deliveries deliveries;
    private final Map<String, Function<Delivery, Uni<Void>>> effects = new ConcurrentHashMap<>();

    LetterBox(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    void on(String key, Function<Delivery, Uni<Void>> effect) {
        effects.put(key, effect);
    }

    @Incoming("letters")
    Uni<Void> one(ConsumerRecord<String, byte[]> record) {
        return deliveries.each(record, this::apply);
    }

    @Incoming("letter-batches")
    Uni<Void> many(ConsumerRecords<String, byte[]> records) {
        return deliveries.batch(records, this::applyAll);
    }

    private Uni<Void> applyAll(List<Delivery> batch) {
        return Uni.join()
                .all(batch.stream().map(this::apply).toList())
                .andFailFast()
                .replaceWithVoid();
    }

    private Uni<Void> apply(Delivery delivery) {
        Function<Delivery, Uni<Void>> nothing = ignored -> Uni.createFrom().voidItem();
        return effects.getOrDefault(delivery.key(), nothing).apply(delivery);
    }
}
