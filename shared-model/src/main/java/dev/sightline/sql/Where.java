package dev.sightline.sql;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/**
 * The condition of a query, built up filter by filter; values are always bind parameters. It begins with the project,
 * so that a query cannot forget whose rows it may see.
 *
 * <pre>{@code
 * Where where = Where.project(projectId).and("status = any(?)", statuses).and("name ilike ?", like);
 * pool.preparedQuery("select * from report where " + where.sql()).execute(where.values());
 * }</pre>
 */
public final class Where {

    private final StringBuilder sql;
    private final List<Object> values = new ArrayList<>();

    private Where(String column, int projectId) {
        this.sql = new StringBuilder(column).append(" = $1");
        values.add(projectId);
    }

    /** Rows whose {@code project_id} is the given one. */
    public static Where project(int projectId) {
        return new Where("project_id", projectId);
    }

    /** The same for a table that has a name of its own in the query. */
    public static Where project(String alias, int projectId) {
        return new Where(alias + ".project_id", projectId);
    }

    /** Adds a condition without a value. */
    public Where and(String condition) {
        sql.append(" and ").append(condition);
        return this;
    }

    /** Adds a condition in which every {@code ?} stands for the value. */
    public Where and(String condition, Object value) {
        return and(condition.replace("?", bind(value)));
    }

    /** Binds a value for use elsewhere in the query and returns its placeholder. */
    public String bind(Object value) {
        values.add(value);
        return "$" + values.size();
    }

    /** The condition, without the word {@code where}. */
    public String sql() {
        return sql.toString();
    }

    public Tuple values() {
        return Tuple.tuple(values);
    }

    /** A {@code like} pattern that finds the text anywhere, its wildcards taken literally. */
    public static String containing(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
