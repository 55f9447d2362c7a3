package dev.sightline.vision.recording;

import dev.sightline.sql.Rows;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Removes the blocks of expired recordings a whole day at a time: the partition of a day is dropped when no session that
 * may be seen has a block in it. That is when the sessions of that day expire, or up to a week later where a browser's
 * clock ran ahead.
 */
@ApplicationScoped
class ExpiredDays {

    private static final Logger LOG = Logger.getLogger(ExpiredDays.class);

    private static final long BLOCKS_A_TURN = 1_000;

    private final Pool pool;

    ExpiredDays(Pool pool) {
        this.pool = pool;
    }

    /** Drops the days that are over. One that cannot be dropped now does not keep the others. */
    Uni<Void> drop() {
        return pool.query(RemovalQueries.PAST_DAYS)
                .execute()
                .map(rows -> Rows.list(rows, row -> row.getString("day")))
                .onItem()
                .transformToMulti(days -> Multi.createFrom().iterable(days))
                .onItem()
                .transformToUniAndConcatenate(this::dropOrSayWhy)
                .onItem()
                .ignoreAsUni()
                .chain(this::clearDefault);
    }

    private Uni<Void> dropOrSayWhy(String day) {
        return pool.withTransaction(tx -> dropUnneeded(tx, day))
                .onFailure()
                .invoke(failure -> LOG.warnf("block partition not dropped day=%s reason=%s", day, failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private static Uni<Void> dropUnneeded(SqlConnection tx, String day) {
        return is(tx, RemovalQueries.TRY_TURN)
                .chain(mine -> mine ? isUnneeded(tx, day) : Uni.createFrom().item(false))
                .chain(unneeded -> unneeded ? drop(tx, day) : Uni.createFrom().voidItem());
    }

    /** Nothing can come into the day from this look at it to the end of the transaction. */
    private static Uni<Boolean> isUnneeded(SqlConnection tx, String day) {
        return run(tx, RemovalQueries.WAIT_LITTLE)
                .chain(() -> run(tx, RemovalQueries.lock(day)))
                .chain(() -> is(tx, RemovalQueries.isUnneeded(day)));
    }

    private static Uni<Void> drop(SqlConnection tx, String day) {
        return run(tx, RemovalQueries.releaseObjects(day))
                .chain(() -> run(tx, RemovalQueries.drop(day)))
                .invoke(() -> LOG.infof("block partition dropped day=%s", day));
    }

    private static Uni<Boolean> is(SqlConnection tx, String question) {
        return tx.query(question).execute().map(rows -> rows.iterator().next().getBoolean(0));
    }

    private static Uni<Void> run(SqlConnection tx, String sql) {
        return tx.query(sql).execute().replaceWithVoid();
    }

    private Uni<Void> clearDefault() {
        return pool.preparedQuery(RemovalQueries.CLEAR_DEFAULT)
                .execute(Tuple.of(BLOCKS_A_TURN))
                .map(rows -> rows.iterator().next().getLong(0))
                .chain(count -> count < BLOCKS_A_TURN ? Uni.createFrom().voidItem() : clearDefault());
    }
}
