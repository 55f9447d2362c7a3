package dev.sightline.vision.recording;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Removes recordings that have expired and events of sessions that were never recorded, a few at a time. */
@ApplicationScoped
class RecordingRetention {

    private static final Logger LOG = Logger.getLogger(RecordingRetention.class);

    private static final int SESSIONS_A_TURN = 200;
    private static final long EVENTS_A_TURN = 5_000;
    /** Snapshots are refused a week after they were taken: a deleted session has nothing to come then. */
    private static final int LATEST_DATA_DAYS = 8;

    private final Pool pool;
    private final RecordingRemoval removal;
    private final ExpiredDays days;
    private final RecordingConfig config;

    RecordingRetention(Pool pool, RecordingRemoval removal, ExpiredDays days, RecordingConfig config) {
        this.pool = pool;
        this.removal = removal;
        this.days = days;
        this.config = config;
    }

    /** May be run by any number of replicas at once: one of them works, the others find nothing to do. */
    @Scheduled(
            every = "{sightline.vision.recording.upkeep-interval:15m}",
            delayed = "1m",
            identity = "recording-retention",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return removeExpired()
                .chain(days::drop)
                .chain(this::removeStrayEvents)
                .chain(this::forgetDeleted)
                .onFailure()
                .invoke(failure -> LOG.warnf("recording retention failed reason=%s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> removeExpired() {
        return removal.expire(SESSIONS_A_TURN)
                .invoke(RecordingRetention::report)
                .chain(count -> count < SESSIONS_A_TURN ? Uni.createFrom().voidItem() : removeExpired());
    }

    private static void report(int count) {
        if (count > 0) {
            LOG.infof("recordings expired count=%d", count);
        }
    }

    private Uni<Void> removeStrayEvents() {
        return pool.preparedQuery(RemovalQueries.DELETE_STRAY_EVENTS)
                .execute(Tuple.of(config.retentionDays(), EVENTS_A_TURN))
                .chain(gone ->
                        gone.rowCount() < EVENTS_A_TURN ? Uni.createFrom().voidItem() : removeStrayEvents());
    }

    private Uni<Void> forgetDeleted() {
        return pool.preparedQuery(RemovalQueries.FORGET_DELETED)
                .execute(Tuple.of(LATEST_DATA_DAYS))
                .replaceWithVoid();
    }
}
