package dev.sightline.messaging;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The relay's side of the outbox. */
final class OutboxTable {

    private final OutboxSettings settings;
    private final String source;

    OutboxTable(OutboxSettings settings, String source) {
        this.settings = settings;
        this.source = source;
    }

    /**
     * What a turn takes.
     *
     * @param rest whether more may wait that could be taken at once
     */
    record Taken(List<OutboxRow> rows, boolean rest) {}

    /** The next messages, whose lanes are this transaction's until it ends; none if there are none that are free. */
    Uni<Taken> take(SqlClient transaction) {
        return transaction
                .preparedQuery(OutboxQueries.CLAIM_LANES)
                .execute(Tuple.of(settings.lanes()))
                .chain(lanes -> read(transaction, lanes));
    }

    /** A statement of its own: it must see what the lanes' former holders did until they let go. */
    private Uni<Taken> read(SqlClient transaction, RowSet<Row> claimed) {
        Short[] lanes = stream(claimed).map(row -> row.getShort("lane")).toArray(Short[]::new);
        if (lanes.length == 0) {
            return Uni.createFrom().item(new Taken(List.of(), false));
        }
        return transaction
                .preparedQuery(OutboxQueries.READ)
                .execute(Tuple.of(lanes, share(settings.batch(), lanes), share(settings.batchBytes(), lanes)))
                .map(rows -> stream(rows).map(row -> OutboxRow.of(row, source)).toList())
                .map(rows -> new Taken(rows, lanes.length == settings.lanes() || full(rows, lanes)));
    }

    /** Whether one of the limits may have left messages in a lane. */
    private boolean full(List<OutboxRow> rows, Short[] lanes) {
        long bytes = rows.stream().mapToLong(row -> row.record().value().length).sum();
        return rows.size() >= share(settings.batch(), lanes) || bytes >= share(settings.batchBytes(), lanes);
    }

    private static long share(long limit, Short[] lanes) {
        return Math.max(1, limit / lanes.length);
    }

    Uni<Void> delete(SqlClient transaction, List<OutboxRow> rows) {
        Short[] lanes = rows.stream().map(OutboxRow::lane).toArray(Short[]::new);
        Long[] positions = rows.stream().map(OutboxRow::position).toArray(Long[]::new);
        return transaction
                .preparedQuery(OutboxQueries.DELETE)
                .execute(Tuple.of(lanes, positions))
                .replaceWithVoid();
    }

    /** Copies the message to where the refused ones stay. */
    Uni<Void> refuse(SqlClient transaction, OutboxRow row, String reason) {
        return transaction
                .preparedQuery(OutboxQueries.REFUSE)
                .execute(Tuple.of(row.lane(), row.position(), reason))
                .replaceWithVoid();
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
