package dev.sightline.observability.dataset;

import dev.sightline.sql.Rows;
import dev.sightline.sql.Where;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Reads a table whose rows are deleted by a flag.
 *
 * @param columns what is selected, as the reading expects it
 */
record FlaggedTable<E>(Pool pool, String name, String columns, Function<Row, E> reading) {

    /** The rows of a project that are not deleted. */
    static Where present(int projectId) {
        return Where.project(projectId).and("deleted is not true");
    }

    Uni<Optional<E>> find(int projectId, UUID id) {
        Where where = present(projectId).and("id = ?", id);
        return pool.preparedQuery(select(where)).execute(where.values()).map(rows -> Rows.first(rows, reading));
    }

    Uni<Long> count(Where where) {
        return pool.preparedQuery("select count(*) from " + name + " where " + where.sql())
                .execute(where.values())
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** One page, by an order that is a constant of the caller. */
    Uni<List<E>> page(Where where, String order, int limit, long offset) {
        String page = " order by " + order + " limit " + where.bind((long) limit) + " offset " + where.bind(offset);
        return pool.preparedQuery(select(where) + page).execute(where.values()).map(rows -> Rows.list(rows, reading));
    }

    private String select(Where where) {
        return "select " + columns + " from " + name + " where " + where.sql();
    }
}
