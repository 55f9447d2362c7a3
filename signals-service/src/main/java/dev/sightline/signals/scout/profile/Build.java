package dev.sightline.signals.scout.profile;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;

/** A build under way: all it reads comes over one connection. */
record Build(SqlClient tx, int projectId, Instant now, Inventory inventory) {

    /** Rows about the project, which is the first parameter. */
    Uni<RowSet<Row>> read(String sql, Object... more) {
        Tuple values = Tuple.of(projectId);
        for (Object value : more) {
            values.addValue(value);
        }
        return tx.preparedQuery(sql).execute(values);
    }
}
