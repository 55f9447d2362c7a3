package dev.sightline.vision.sweep;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Runs queries that people made up, and that the database gives up when they take too long. */
@ApplicationScoped
class BoundedQueries {

    private final Pool pool;

    BoundedQueries(Pool pool) {
        this.pool = pool;
    }

    Uni<RowSet<Row>> run(String sql, Tuple values, Duration budget) {
        return pool.withTransaction(tx -> tx.preparedQuery("select set_config('statement_timeout', $1, true)")
                .execute(Tuple.of(String.valueOf(budget.toMillis())))
                .chain(() -> tx.preparedQuery(sql).execute(values)));
    }
}
