package dev.sightline.observability.run;

import dev.sightline.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** The rows of runs as a queue: taken under a lease, within the caps of their project. */
@ApplicationScoped
class RunQueue {

    private final Pool pool;
    private final RunConfig config;
    private final Clock clock;

    RunQueue(Pool pool, RunConfig config, Clock clock) {
        this.pool = pool;
        this.config = config;
        this.clock = clock;
    }

    /** Takes up to so many runs of a project. */
    Uni<List<Run>> take(int projectId, int places) {
        return pool.withTransaction(tx -> tx.preparedQuery(RunQueries.LOCK)
                .execute(Tuple.of(projectId))
                .chain(() -> claim(tx, projectId, places)));
    }

    private Uni<List<Run>> claim(SqlConnection tx, int projectId, int places) {
        Instant now = clock.instant();
        Tuple values = Tuple.tuple()
                .addInteger(projectId)
                .addOffsetDateTime(Rows.parameter(now))
                .addLong((long) places)
                .addLong((long) config.perProject())
                .addLong((long) config.perMinute())
                .addInteger(config.maxAttempts())
                .addOffsetDateTime(Rows.parameter(now.plus(config.lease())));
        return tx.preparedQuery(RunQueries.CLAIM).execute(values).map(rows -> Rows.list(rows, RunRows::taken));
    }

    /** Says that the run's worker is alive. */
    Uni<Void> extend(Run run) {
        OffsetDateTime until = Rows.parameter(clock.instant().plus(config.lease()));
        return lease(run, until);
    }

    /** Lets the run begin again soon, here or elsewhere. */
    Uni<Void> giveBack(Run run) {
        return lease(run, Rows.parameter(clock.instant().plusSeconds(5)));
    }

    private Uni<Void> lease(Run run, OffsetDateTime until) {
        return pool.preparedQuery(RunQueries.EXTEND_LEASE)
                .execute(Tuple.of(run.projectId(), run.id(), run.attempts(), until))
                .replaceWithVoid();
    }

    /** The projects that have runs waiting or under way. */
    Uni<List<Integer>> busyProjects() {
        return pool.query(RunQueries.WAITING_PROJECTS)
                .execute()
                .map(rows -> Rows.list(rows, row -> row.getInteger("project_id")));
    }

    /** Runs that were lost too often. */
    Uni<List<Run>> hopeless(int projectId) {
        return pool.preparedQuery(RunQueries.HOPELESS)
                .execute(Tuple.of(projectId, Rows.parameter(clock.instant()), config.maxAttempts()))
                .map(rows -> Rows.list(rows, RunRows::taken));
    }

    /** Forgets runs that ended before then. */
    Uni<Void> expire(Instant before) {
        return pool.preparedQuery(RunQueries.EXPIRE)
                .execute(Tuple.of(Rows.parameter(before)))
                .replaceWithVoid();
    }
}
