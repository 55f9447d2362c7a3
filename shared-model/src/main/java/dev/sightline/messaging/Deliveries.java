package dev.sightline.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * Applies messages so that none is lost and none blocks the others. While the database or the broker is away a message
 * waits. One that fails by itself is tried a few times and then put into the dead-letter queue of its topic. The returned
 * {@link Uni} never fails; return it from the {@code @Incoming} method, which acknowledges when it completes.
 *
 * <p>A message may come twice. The effect therefore runs in one transaction with {@link Inbox#firstTime}, or is idempotent
 * by a unique key. Counter: {@code sightline.deliveries} by topic.
 *
 * <pre>{@code
 * @Incoming("signals")
 * Uni<Void> receive(ConsumerRecord<String, byte[]> record) {
 *     return deliveries.each(record, this::apply);
 * }
 *
 * private Uni<Void> apply(Delivery delivery) {
 *     SignalEmitted signal = delivery.payload(SignalEmitted.class);
 *     return pool.withTransaction(transaction -> inbox.firstTime(transaction, "pipeline", delivery.id())
 *             .chain(first -> first ? store(transaction, signal) : Uni.createFrom().voidItem()));
 * }
 * }</pre>
 *
 * The channel needs {@code mp.messaging.incoming.signals.topic=signals.emitted} and a {@code group.id} of its own, and
 * for whole batches {@code batch=true} and a parameter of type {@code ConsumerRecords}.
 */
@ApplicationScoped
public class Deliveries {

    private final DeliverySettings settings;
    private final DeadLetters deadLetters;
    private final MeterRegistry registry;
    private final Map<String, Attempts> attempts = new ConcurrentHashMap<>();

    Deliveries(DeliverySettings settings, DeadLetters deadLetters, MeterRegistry registry) {
        this.settings = settings;
        this.deadLetters = deadLetters;
        this.registry = registry;
    }

    /** Applies one message. */
    public Uni<Void> each(ConsumerRecord<String, byte[]> record, Function<Delivery, Uni<Void>> effect) {
        return attempts(record.topic())
                .repeatedly(() -> effect.apply(Delivery.of(record)))
                .invoke(() -> count(record.topic(), 1))
                .onFailure()
                .recoverWithUni(failure -> bury(record, failure));
    }

    /**
     * Applies messages together, in their order. If that fails by a fault of one of them they are applied one by one, each
     * as a list of its own, so that the effect of its neighbours is not lost.
     */
    public Uni<Void> batch(ConsumerRecords<String, byte[]> records, Function<List<Delivery>, Uni<Void>> effect) {
        List<ConsumerRecord<String, byte[]>> all = new ArrayList<>(records.count());
        records.forEach(all::add);
        return all.isEmpty() ? Uni.createFrom().voidItem() : together(all, effect);
    }

    private Uni<Void> together(
            List<ConsumerRecord<String, byte[]>> records, Function<List<Delivery>, Uni<Void>> effect) {
        String topic = records.get(0).topic();
        return attempts(topic)
                .patiently(() -> effect.apply(records.stream().map(Delivery::of).toList()))
                .invoke(() -> count(topic, records.size()))
                .onFailure()
                .recoverWithUni(() -> oneByOne(records, effect));
    }

    private Uni<Void> oneByOne(
            List<ConsumerRecord<String, byte[]>> records, Function<List<Delivery>, Uni<Void>> effect) {
        return Multi.createFrom()
                .iterable(records)
                .onItem()
                .transformToUniAndConcatenate(record -> each(record, delivery -> effect.apply(List.of(delivery))))
                .onItem()
                .ignoreAsUni();
    }

    /** An acknowledged message must be somewhere: this waits for the broker as long as it takes. */
    private Uni<Void> bury(ConsumerRecord<String, byte[]> record, Throwable failure) {
        return attempts(record.topic()).patiently(() -> deadLetters.put(record, failure));
    }

    private Attempts attempts(String topic) {
        return attempts.computeIfAbsent(topic, name -> new Attempts(settings, name));
    }

    private void count(String topic, int applied) {
        registry.counter("sightline.deliveries", "topic", topic).increment(applied);
    }
}
