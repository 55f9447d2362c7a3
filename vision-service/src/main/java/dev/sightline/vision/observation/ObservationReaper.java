package dev.sightline.vision.observation;

import dev.sightline.event.ObservationRequested;
import dev.sightline.messaging.Outbox;
import dev.sightline.messaging.OutboxMessage;
import dev.sightline.vision.observation.ObservationState.InFlight;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Finds jobs whose worker has gone, or whose request was lost, and has them done again; those that were lost too often
 * are given up as {@code orphaned}. Every replica may run it: rows are claimed under a lock that others skip.
 */
@ApplicationScoped
class ObservationReaper {

    private static final Logger LOG = Logger.getLogger(ObservationReaper.class);

    private static final Outcome ORPHANED =
            new Outcome.Failed("orphaned:The job was lost several times before it had an outcome.");

    private final Pool pool;
    private final LostObservations lost;
    private final ObservationEnd end;
    private final Outbox outbox;
    private final Clock clock;

    ObservationReaper(Pool pool, LostObservations lost, ObservationEnd end, Outbox outbox, Clock clock) {
        this.pool = pool;
        this.lost = lost;
        this.end = end;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Scheduled(
            every = "${sightline.vision.jobs.reap-every:30s}",
            concurrentExecution = ConcurrentExecution.SKIP,
            identity = "observation-reaper")
    Uni<Void> reap() {
        Instant now = clock.instant();
        return restart(now).chain(() -> giveUp(now));
    }

    private Uni<Void> restart(Instant now) {
        return pool.withTransaction(tx -> lost.reclaim(tx, now).chain(rows -> request(tx, rows)));
    }

    private Uni<Void> request(SqlConnection tx, List<InFlight> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        LOG.warnf("observation jobs were lost and start again count=%d", rows.size());
        return outbox.append(tx, rows.stream().map(ObservationReaper::request).toList());
    }

    private static OutboxMessage request(InFlight lost) {
        StoredObservation row = lost.row();
        return OutboxMessage.of(
                row.projectId() + ":" + row.scannerId(),
                new ObservationRequested(row.projectId(), row.id(), row.scannerId(), row.sessionId()));
    }

    private Uni<Void> giveUp(Instant now) {
        return lost.hopeless(now)
                .onItem()
                .transformToMulti(rows -> Multi.createFrom().iterable(rows))
                .onItem()
                .transformToUniAndConcatenate(lost -> giveUp(lost, now))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** One that cannot be ended does not keep the others. */
    private Uni<Void> giveUp(InFlight lost, Instant now) {
        return end.end(lost.ended(ORPHANED), now).onFailure().recoverWithItem(failure -> notGivenUp(lost, failure));
    }

    private static Void notGivenUp(InFlight lost, Throwable failure) {
        StoredObservation row = lost.row();
        LOG.errorf(
                failure,
                "lost observation job not given up project_id=%d observation_id=%s",
                row.projectId(),
                row.id());
        return null;
    }
}
