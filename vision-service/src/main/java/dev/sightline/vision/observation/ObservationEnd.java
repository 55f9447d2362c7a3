package dev.sightline.vision.observation;

import dev.sightline.messaging.Failures;
import dev.sightline.messaging.Outbox;
import dev.sightline.time.Timestamps;
import dev.sightline.vision.observation.ObservationState.Ended;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Ends observations: the outcome, the usage receipt, the sums and every message it causes are one transaction, so that a signal
 * goes out if, and only if, the success is stored. Counter: {@code sightline.observations.ended} by status and, where one
 * did not succeed, the kind of reason.
 */
@ApplicationScoped
class ObservationEnd {

    private static final Logger LOG = Logger.getLogger(ObservationEnd.class);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Outcome UNSTORABLE = new Outcome.Failed("internal_error:The answer could not be stored.");

    private final Pool pool;
    private final ObservationRepository repository;
    private final ObservationMessages messages;
    private final Outbox outbox;
    private final ObservationTallies tallies;
    private final MeterRegistry metrics;

    ObservationEnd(
            Pool pool,
            ObservationRepository repository,
            ObservationMessages messages,
            Outbox outbox,
            ObservationTallies tallies,
            MeterRegistry metrics) {
        this.pool = pool;
        this.repository = repository;
        this.messages = messages;
        this.outbox = outbox;
        this.tallies = tallies;
        this.metrics = metrics;
    }

    /**
     * Stores the end; nothing happens if the observation has ended before or is gone. A database that is away for a while
     * is waited for. An answer the database does not take ends the observation as failed: it must not be asked for again
     * and again.
     */
    Uni<Void> end(Ended ended, Instant at) {
        Instant now = Timestamps.micros(at);
        return stored(ended, now)
                .onFailure(failure -> ended.outcome() instanceof Outcome.Succeeded && !Failures.isTransient(failure))
                .recoverWithUni(failure -> refused(ended.row(), now, failure));
    }

    private Uni<Void> refused(StoredObservation row, Instant now, Throwable failure) {
        LOG.errorf(failure, "answer cannot be stored project_id=%d observation_id=%s", row.projectId(), row.id());
        return stored(new Ended(row, UNSTORABLE), now);
    }

    private Uni<Void> stored(Ended ended, Instant now) {
        return Uni.createFrom()
                .deferred(() -> pool.withTransaction(tx -> store(tx, ended, now)))
                .onFailure(Failures::isTransient)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .expireIn(PATIENCE.toMillis())
                .invoke(changed -> count(changed, ended.outcome()))
                .replaceWithVoid();
    }

    private void count(boolean changed, Outcome outcome) {
        if (changed) {
            String status = outcome.status().wire();
            String reason = outcome.errorReason().replaceFirst(":.*", "");
            metrics.counter("sightline.observations.ended", "status", status, "reason", reason)
                    .increment();
        }
    }

    private Uni<Boolean> store(SqlConnection tx, Ended ended, Instant now) {
        return repository
                .finish(tx, ended, now)
                .call(changed -> changed
                        ? consequences(tx, ended, now)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> consequences(SqlConnection tx, Ended ended, Instant now) {
        return outbox.append(tx, messages.of(ended, now)).chain(() -> tallies.add(tx, ended, now));
    }
}
