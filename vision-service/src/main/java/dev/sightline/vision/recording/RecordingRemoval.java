package dev.sightline.vision.recording;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;

/** Removes recordings with everything that is kept of them: blocks, metadata, events, who watched. Observations stay. */
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
                        : bury(tx, key).chain(() -> clear(tx, gone)).replaceWith(true)));
    }

    private static Uni<Void> bury(SqlConnection tx, Tuple key) {
        return tx.preparedQuery(RemovalQueries.BURY).execute(key).replaceWithVoid();
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
                .chain(gone -> clear(tx, gone).replaceWith(gone.rowCount()));
    }

    private static Uni<Void> clear(SqlConnection tx, RowSet<Row> sessions) {
        Tuple keys = keys(sessions);
        return tx.preparedQuery(RemovalQueries.DELETE_EVENTS)
                .execute(keys)
                .chain(() -> tx.preparedQuery(RemovalQueries.DELETE_BLOCKS).execute(keys))
                .replaceWithVoid();
    }

    private static Tuple keys(RowSet<Row> sessions) {
        List<Row> rows = rows(sessions);
        return Tuple.of(
                rows.stream().map(row -> row.getInteger("project_id")).toArray(Integer[]::new),
                rows.stream().map(row -> row.getString("session_id")).toArray(String[]::new));
    }

    private static List<Row> rows(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).toList();
    }
}
