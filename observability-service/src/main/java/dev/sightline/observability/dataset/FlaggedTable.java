package dev.sightline.observability.dataset;

import dev.sightline.api.PageRequest;
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

    /** One page, by an order that is a constant of the caller. Of rows that are passed over only the index is read. */
    Uni<List<E>> page(Where where, String order, PageRequest page) {
        String ids = "select id from " + name + " where " + where.sql() + slice(where, order, page);
        return pool.preparedQuery("select " + columns + " from " + name + among(ids, order))
                .execute(where.values())
                .map(rows -> Rows.list(rows, reading));
    }

    /** A page and how many there are in all, told by the rows of the page: by none if the page is empty. */
    record Found<E>(long count, List<E> rows) {}

    /** The same with the count, for conditions so dear that they should be tried once. */
    Uni<Found<E>> found(Where where, String order, PageRequest page) {
        String found = "with found as materialized (select id, created_at, updated_at from " + name + " where "
                + where.sql() + ") select (select count(*) from found) as found, " + columns + " from " + name;
        String ids = "select id from found" + slice(where, order, page);
        return pool.preparedQuery(found + among(ids, order))
                .execute(where.values())
                .map(rows -> new Found<>(
                        Rows.first(rows, row -> row.getLong("found")).orElse(0L), Rows.list(rows, reading)));
    }

    private static String slice(Where where, String order, PageRequest page) {
        return " order by " + order + " limit " + where.bind((long) page.limit()) + " offset "
                + where.bind(page.offset());
    }

    private static String among(String ids, String order) {
        return " where id = any(array(" + ids + ")) order by " + order;
    }

    private String select(Where where) {
        return "select " + columns + " from " + name + " where " + where.sql();
    }
}
