package dev.sightline.observability.run;

import dev.sightline.sql.Rows;
import dev.sightline.sql.Where;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads runs back. */
@ApplicationScoped
class RunStore {

    private final Pool pool;

    RunStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Optional<RunView>> find(int projectId, UUID id) {
        return pool.preparedQuery(RunQueries.FIND)
                .execute(Tuple.of(projectId, id))
                .map(rows -> Rows.first(rows, RunRows::view));
    }

    Uni<Long> count(Where where) {
        return pool.preparedQuery("select count(*) from evaluation_run where " + where.sql())
                .execute(where.values())
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** Newest first. */
    Uni<List<RunView>> list(Where where, int limit, long offset) {
        String sql = "select " + RunQueries.COLUMNS + "from evaluation_run where " + where.sql()
                + " order by created_at desc, id limit " + where.bind((long) limit) + " offset " + where.bind(offset);
        return pool.preparedQuery(sql).execute(where.values()).map(rows -> Rows.list(rows, RunRows::view));
    }
}
