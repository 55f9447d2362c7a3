package dev.sightline.messaging;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.List;

/** What a relay asks of the database for its messages, without a broker: for measurements of other modules. */
public final class OutboxDrain {

    private final Pool pool;
    private final OutboxTable table;

    public OutboxDrain(Pool pool) {
        OutboxSettings settings = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(OutboxSettings.class)
                .build()
                .getConfigMapping(OutboxSettings.class);
        this.pool = pool;
        this.table = new OutboxTable(settings, "sightline/drain");
    }

    /** One turn; the number of messages it took. */
    public Uni<Integer> turn() {
        return pool.withTransaction(transaction -> table.take(transaction)
                .map(OutboxTable.Taken::rows)
                .call(rows -> delete(transaction, rows))
                .map(List::size));
    }

    private Uni<Void> delete(SqlClient transaction, List<OutboxRow> rows) {
        return rows.isEmpty() ? Uni.createFrom().voidItem() : table.delete(transaction, rows);
    }
}
