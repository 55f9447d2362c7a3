package dev.sightline.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Puts messages aside that nobody can apply. Counter: {@code sightline.dead.letters} by topic. */
@ApplicationScoped
public class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final Publisher publisher;
    private final MeterRegistry registry;
    private final Clock clock;

    DeadLetters(Publisher publisher, MeterRegistry registry, Clock clock) {
        this.publisher = publisher;
        this.registry = registry;
        this.clock = clock;
    }

    /** Completes when the broker has the letter. */
    Uni<Void> put(ConsumerRecord<String, byte[]> record, Throwable reason) {
        return publisher
                .publish(DeadLetter.of(record, reason, clock.instant()))
                .onFailure(MessageRefusedException.class)
                .recoverWithUni(() -> publisher.publish(DeadLetter.reference(record, reason, clock.instant())))
                .invoke(() -> report(record, reason));
    }

    /**
     * Puts a message aside that was taken from its topic some time ago and cannot be applied after all. Completes when the
     * broker has it; a message that is put aside twice keeps its identity.
     */
    public Uni<Void> put(OutboxMessage message, Throwable reason) {
        return publisher
                .publish(DeadLetter.of(publisher.record(EncodedMessage.of(message)), reason, clock.instant()))
                .invoke(() -> registry.counter("sightline.dead.letters", "topic", message.topic())
                        .increment());
    }

    private void report(ConsumerRecord<String, byte[]> record, Throwable reason) {
        registry.counter("sightline.dead.letters", "topic", record.topic()).increment();
        LOG.warnf(
                "A message went to the dead letters: topic=%s partition=%d offset=%d reason=%s",
                record.topic(),
                record.partition(),
                record.offset(),
                reason.getClass().getName());
    }
}
