package dev.sightline.vision.recording;

import dev.sightline.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Removes recordings with everything that is kept of them: blocks, metadata, events, who watched. Observations stay. The
 * blocks of those that have expired cannot be reached any more and go with their day ({@link ExpiredDays}).
 */
@ApplicationScoped
class RecordingRemoval {

    private final Pool pool;

    RecordingRemoval(Pool pool) {
        this.pool = pool;
    }

    /** Removes one for good: what comes in late of it is dropped. False if there is none to be seen. */
    Uni<Boolean> delete(SessionKey session) {
        Tuple key = Tuple.of(session.projectId(), session.sessionId());
        return pool.withTransaction(tx -> tx.preparedQuery(RemovalQueries.DELETE_SESSION)
                .execute(key)
                .chain(gone -> gone.rowCount() == 0
                        ? Uni.createFrom().item(false)
                        : bury(tx, key)
                                .chain(() -> run(tx, RemovalQueries.DELETE_EVENTS, keys(gone)))
                                .chain(() -> run(tx, RemovalQueries.DELETE_BLOCKS, keys(gone)))
                                .replaceWith(true)));
    }

    private static Uni<Void> bury(SqlConnection tx, Tuple key) {
        return run(tx, RemovalQueries.BURY, key);
    }

    /** Removes up to so many that have expired and says how many it were; none while another replica does so. */
    Uni<Integer> expire(int most) {
        return pool.withTransaction(tx -> tx.query(RemovalQueries.TRY_TURN)
                .execute()
                .chain(turn -> turn.iterator().next().getBoolean(0)
                        ? expire(tx, most)
                        : Uni.createFrom().item(0)));
    }

    private static Uni<Integer> expire(SqlConnection tx, int most) {
        return tx.preparedQuery(RemovalQueries.EXPIRE)
                .execute(Tuple.of((long) most))
                .chain(gone -> run(tx, RemovalQueries.DELETE_EVENTS, keys(gone)).replaceWith(gone.rowCount()));
    }

    private static Uni<Void> run(SqlConnection tx, String sql, Tuple values) {
        return tx.preparedQuery(sql).execute(values).replaceWithVoid();
    }

    private static Tuple keys(RowSet<Row> sessions) {
        return Tuple.of(
                Rows.list(sessions, row -> row.getInteger("project_id")).toArray(Integer[]::new),
                Rows.list(sessions, row -> row.getString("session_id")).toArray(String[]::new));
    }
}
