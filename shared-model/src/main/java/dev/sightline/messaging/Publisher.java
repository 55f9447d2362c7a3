package dev.sightline.messaging;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Publishes straight to the broker, for the edge that has no state of its own to change. Whatever writes to a database
 * uses the {@link Outbox} instead.
 */
@ApplicationScoped
public class Publisher {

    private final RecordProducer producer;
    private final Backlog backlog;
    private final String source;
    private final Clock clock;

    Publisher(
            ProducerSettings producers,
            PublisherSettings settings,
            @ConfigProperty(name = "sightline.service") String service,
            Clock clock) {
        this.producer = new RecordProducer("publisher", producers.within(settings.patience()));
        this.backlog = new Backlog(settings.maxPendingBytes());
        this.source = "sightline/" + service;
        this.clock = clock;
    }

    /**
     * Publishes the messages; completes when the broker has stored them all. After a failure some of them may be stored.
     *
     * @return fails with {@link MessageRefusedException} or {@link BrokerUnavailableException}
     */
    public Uni<Void> publish(List<OutboxMessage> messages) {
        return publishEncoded(messages.stream().map(EncodedMessage::of).toList());
    }

    /** The same for messages whose JSON is already written. */
    public Uni<Void> publishEncoded(List<EncodedMessage> messages) {
        return send(messages.stream().map(this::record).toList());
    }

    /** Publishes a finished record; completes and fails as {@link #publish(List)}. */
    Uni<Void> publish(ProducerRecord<String, byte[]> record) {
        return send(List.of(record));
    }

    /** The record that a message becomes. */
    ProducerRecord<String, byte[]> record(EncodedMessage message) {
        Envelope envelope = new Envelope(message.id(), message.type(), source, clock.instant(), Trace.parent());
        return new ProducerRecord<>(message.topic(), null, message.key(), message.json(), envelope.headers());
    }

    private Uni<Void> send(List<ProducerRecord<String, byte[]>> records) {
        long bytes = records.stream().mapToLong(record -> record.value().length).sum();
        if (!backlog.admit(bytes)) {
            return Uni.createFrom().failure(new BrokerUnavailableException("Too much waits for the broker", null));
        }
        CompletableFuture<List<SendResult>> results = producer.send(records);
        results.whenComplete((sent, failure) -> backlog.release(bytes));
        return Uni.createFrom()
                .completionStage(results)
                .emitOn(CallerContext.executor())
                .invoke(Publisher::requireStored)
                .replaceWithVoid();
    }

    private static void requireStored(List<SendResult> results) {
        for (SendResult result : results) {
            if (result instanceof SendResult.Refused refusal) {
                throw new MessageRefusedException(refusal.reason());
            }
            if (result instanceof SendResult.Failed failure) {
                throw new BrokerUnavailableException("The broker did not store a message", failure.cause());
            }
        }
    }

    void stop(@Observes @Priority(StopOrder.AFTERWARDS) ShutdownEvent stopping) {
        producer.close();
    }
}
