package dev.sightline.messaging;

import dev.sightline.messaging.OutboxTable.Taken;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Publishes what waits in the outbox, a turn at a time. A turn is one transaction that holds the locks of its lanes from
 * reading the messages to deleting the acknowledged ones, so no other relay publishes the same topic and key meanwhile. A
 * crash in between publishes its messages twice, with the same identities and still in order.
 */
final class Relay {

    private final Pool pool;
    private final OutboxTable table;
    private final OutboxSettings settings;
    private final RecordProducer producer;
    private final Clock clock;

    Relay(Pool pool, OutboxTable table, OutboxSettings settings, RecordProducer producer, Clock clock) {
        this.pool = pool;
        this.table = table;
        this.settings = settings;
        this.producer = producer;
        this.clock = clock;
    }

    /** Publishes one batch. */
    Uni<Turn> turn() {
        return pool.withTransaction(transaction -> table.take(transaction)
                        .chain(this::publish)
                        .chain(this::reportRefused)
                        .call(turn -> settle(transaction, turn)))
                .invoke(this::startAfresh);
    }

    private Uni<Turn> publish(Taken taken) {
        return send(taken.rows().stream().map(OutboxRow::record).toList()).map(results -> Turn.of(taken, results));
    }

    private Uni<Turn> reportRefused(Turn turn) {
        List<ProducerRecord<String, byte[]>> letters = turn.refused().stream()
                .map(refusal -> DeadLetter.reference(refusal, clock.instant()))
                .toList();
        return send(letters).map(turn::withReported);
    }

    private Uni<List<SendResult>> send(List<ProducerRecord<String, byte[]>> records) {
        if (records.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        CompletableFuture<List<SendResult>> results = producer.send(records);
        return Uni.createFrom()
                .completionStage(results.copy())
                .ifNoItem()
                .after(settings.deadline())
                .recoverWithUni(() -> giveUp(results));
    }

    private Uni<List<SendResult>> giveUp(CompletableFuture<List<SendResult>> results) {
        producer.abort();
        return Uni.createFrom().completionStage(results);
    }

    /** Whatever the producer still tries must not come after what the next turn sends. */
    private void startAfresh(Turn turn) {
        if (!turn.failures().isEmpty()) {
            producer.abort();
        }
    }

    private Uni<Void> settle(SqlClient transaction, Turn turn) {
        if (turn.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Multi.createFrom()
                .iterable(turn.refused())
                .onItem()
                .transformToUniAndConcatenate(
                        refusal -> table.refuse(transaction, refusal.row(), DeadLetter.text(refusal.reason())))
                .onItem()
                .ignoreAsUni()
                .chain(() -> table.delete(transaction, turn.settled()));
    }
}
