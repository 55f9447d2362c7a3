package dev.sightline.vision.observation;

import dev.sightline.messaging.Outbox;
import dev.sightline.time.Timestamps;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * Ends observations: the outcome, the usage receipt, the sums and every message it causes are one transaction, so that a signal
 * goes out if, and only if, the success is stored.
 */
@ApplicationScoped
class ObservationEnd {

    private final Pool pool;
    private final ObservationRepository repository;
    private final ObservationMessages messages;
    private final Outbox outbox;
    private final ObservationTallies tallies;

    ObservationEnd(
            Pool pool,
            ObservationRepository repository,
            ObservationMessages messages,
            Outbox outbox,
            ObservationTallies tallies) {
        this.pool = pool;
        this.repository = repository;
        this.messages = messages;
        this.outbox = outbox;
        this.tallies = tallies;
    }

    Uni<Void> end(StoredObservation row, Outcome outcome, Instant at) {
        Instant now = Timestamps.micros(at);
        return pool.withTransaction(tx -> repository
                .finish(tx, row, outcome, now)
                .chain(ended -> ended
                        ? consequences(tx, row, outcome, now)
                        : Uni.createFrom().voidItem()));
    }

    private Uni<Void> consequences(SqlConnection tx, StoredObservation row, Outcome outcome, Instant now) {
        return outbox.append(tx, messages.of(row, outcome, now)).chain(() -> tallies.add(tx, row, outcome, now));
    }
}
