package dev.sightline.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * What operators see of the outbox: {@code sightline.outbox.oldest.seconds} (age of the oldest waiting message),
 * {@code sightline.outbox.waiting} (messages), and the counters {@code sightline.outbox.published} and
 * {@code sightline.outbox.refused} by topic.
 */
@ApplicationScoped
class OutboxMetrics {

    private static final Logger LOG = Logger.getLogger(OutboxMetrics.class);

    private record Waiting(long rows, double age) {}

    private final Pool pool;
    private final MeterRegistry registry;
    private final Outage outage = new Outage(LOG, "Measuring the outbox");
    private final AtomicReference<Waiting> waiting = new AtomicReference<>(new Waiting(0, 0));

    OutboxMetrics(Pool pool, MeterRegistry registry) {
        this.pool = pool;
        this.registry = registry;
        registry.gauge(
                "sightline.outbox.waiting", waiting, current -> current.get().rows());
        registry.gauge("sightline.outbox.oldest.seconds", waiting, current -> current.get()
                .age());
    }

    @Scheduled(
            every = "{sightline.outbox.measure-interval:10s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> measure() {
        return pool.query(OutboxQueries.WAITING)
                .execute()
                .map(rows -> rows.iterator().next())
                .map(OutboxMetrics::waiting)
                .invoke(waiting::set)
                .invoke(outage::worked)
                .onFailure()
                .invoke(outage::failed)
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private static Waiting waiting(Row row) {
        return new Waiting(row.getLong("rows"), row.getDouble("age"));
    }

    void count(Turn turn) {
        turn.published().forEach(row -> count("sightline.outbox.published", row));
        turn.refused().forEach(refusal -> count("sightline.outbox.refused", refusal.row()));
    }

    private void count(String counter, OutboxRow row) {
        registry.counter(counter, "topic", row.record().topic()).increment();
    }
}
