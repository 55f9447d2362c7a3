package dev.sightline.vision.observation;

import dev.sightline.vision.observation.ObservationState.InFlight;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Rows in flight that nobody works on any more: no worker's lease is on them, and they were asked for longer ago than a
 * lease lasts.
 */
@ApplicationScoped
class LostObservations {

    private static final String LOST = """
            status in ('pending', 'running') and (lease_until is null or lease_until < $1) and requested_at < $2
            """;

    /** Works across projects on purpose: it is the house's own upkeep, not anybody's request. */
    static final String RECLAIM = "update observation set requested_at = $1"
            + " where (project_id, id) in (select project_id, id from observation where "
            + LOST
            + " and attempts < $3 order by requested_at limit $4 for update skip locked)"
            + " returning "
            + ObservationQueries.COLUMNS;

    static final String HOPELESS = "select " + ObservationQueries.COLUMNS + " from observation where " + LOST
            + " and attempts >= $3 order by requested_at limit $4";

    private final Pool pool;
    private final JobConfig config;

    LostObservations(Pool pool, JobConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /** Marks lost rows as asked for again and returns them; a row is not lost again before another lease has passed. */
    Uni<List<InFlight>> reclaim(SqlClient tx, Instant now) {
        return tx.preparedQuery(RECLAIM).execute(values(now)).map(LostObservations::rows);
    }

    /** Lost rows that have been started as often as a job may be. */
    Uni<List<InFlight>> hopeless(Instant now) {
        return pool.preparedQuery(HOPELESS).execute(values(now)).map(LostObservations::rows);
    }

    private Tuple values(Instant now) {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        return Tuple.of(at, at.minus(config.lease()), config.maxAttempts(), config.reapAtOnce());
    }

    private static List<InFlight> rows(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(new ObservationRows()::read)
                .map(InFlight::new)
                .toList();
    }
}
