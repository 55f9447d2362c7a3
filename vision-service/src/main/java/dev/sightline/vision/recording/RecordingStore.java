package dev.sightline.vision.recording;

import dev.sightline.api.PageRequest;
import dev.sightline.messaging.Outbox;
import dev.sightline.messaging.OutboxMessage;
import dev.sightline.sql.Rows;
import dev.sightline.sql.Where;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Sessions and their blocks in Postgres. A block and what it adds to its session are one transaction. */
@ApplicationScoped
public class RecordingStore {

    private final Pool pool;
    private final BlockIndex blocks;
    private final ConsoleLines console;
    private final Outbox outbox;
    private final RecordingConfig config;

    RecordingStore(Pool pool, BlockIndex blocks, ConsoleLines console, Outbox outbox, RecordingConfig config) {
        this.pool = pool;
        this.blocks = blocks;
        this.console = console;
        this.outbox = outbox;
        this.config = config;
    }

    public Uni<Optional<StoredSession>> find(int projectId, String sessionId) {
        return pool.preparedQuery(RecordingQueries.FIND_SESSION)
                .execute(Tuple.of(projectId, sessionId))
                .map(rows -> first(rows).map(SessionRows::read));
    }

    /** Sessions in an order, one more than the page holds where there is another page. */
    Uni<List<ListedSession>> list(Where where, RecordingOrder order, PageRequest page) {
        order.restrict(where);
        long skipped = order.after().isPresent() ? 0 : page.offset();
        String cut = " limit " + where.bind(page.limit() + 1L) + " offset " + where.bind(skipped);
        String sql = RecordingQueries.list(order.key().position()) + where.sql() + " order by " + order.sql() + cut;
        return pool.preparedQuery(sql)
                .execute(where.values())
                .map(rows -> Rows.list(
                        rows, row -> new ListedSession(SessionRows.read(row), row.getBigDecimal("order_position"))));
    }

    /**
     * The gzipped blocks of a session, oldest first, fetched a few at a time. A block whose bytes are lost is empty, which
     * {@link BlockReader} takes for corrupt.
     */
    public Multi<byte[]> blocks(int projectId, String sessionId) {
        return blocks.readWhatIsLeft(new SessionKey(projectId, sessionId));
    }

    /**
     * Stores blocks that are new and folds them into their sessions; blocks that are there already change nothing. Bytes
     * are put away before anything is written down of them.
     */
    Uni<Void> append(List<ArrivedBlock> arrived) {
        return arrived.isEmpty()
                ? Uni.createFrom().voidItem()
                : blocks.place(arrived).chain(placed -> pool.withTransaction(tx -> append(tx, placed)));
    }

    private Uni<Void> append(SqlConnection tx, List<PlacedBlock> placed) {
        return blocks.add(tx, placed).chain(added -> fold(tx, bySession(added)).chain(() -> console.add(tx, added)));
    }

    private static Map<SessionKey, List<ArrivedBlock>> bySession(List<ArrivedBlock> blocks) {
        return blocks.stream().collect(Collectors.groupingBy(ArrivedBlock::session, TreeMap::new, Collectors.toList()));
    }

    private Uni<Void> fold(SqlConnection tx, Map<SessionKey, List<ArrivedBlock>> added) {
        if (added.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Tuple> insertions = added.values().stream()
                .map(blocks -> SessionRows.insertion(blocks.get(0), config.retentionDays()))
                .toList();
        return tx.preparedQuery(RecordingQueries.INSERT_SESSION)
                .executeBatch(insertions)
                .chain(inserted -> outbox.append(tx, ingested(added.values(), inserted)))
                .chain(() -> lock(tx, added))
                .chain(sessions -> update(tx, sessions));
    }

    /** What is told of the sessions that are new. */
    private static List<OutboxMessage> ingested(Iterable<List<ArrivedBlock>> added, RowSet<Row> inserted) {
        List<OutboxMessage> messages = new ArrayList<>();
        RowSet<Row> result = inserted;
        for (List<ArrivedBlock> blocks : added) {
            if (result.rowCount() > 0) {
                messages.add(RecordingMessages.ingested(blocks.get(0)));
            }
            result = result.next();
        }
        return messages;
    }

    private static Uni<List<StoredSession>> lock(SqlConnection tx, Map<SessionKey, List<ArrivedBlock>> added) {
        List<Tuple> keys = added.keySet().stream()
                .map(key -> Tuple.of(key.projectId(), key.sessionId()))
                .toList();
        return tx.preparedQuery(RecordingQueries.LOCK_SESSION)
                .executeBatch(keys)
                .map(results -> folded(added.values(), results));
    }

    private static List<StoredSession> folded(Iterable<List<ArrivedBlock>> added, RowSet<Row> results) {
        List<StoredSession> sessions = new ArrayList<>();
        RowSet<Row> result = results;
        for (List<ArrivedBlock> blocks : added) {
            StoredSession session = SessionRows.read(first(result).orElseThrow());
            for (ArrivedBlock block : blocks) {
                session = session.plus(block);
            }
            sessions.add(session);
            result = result.next();
        }
        return sessions;
    }

    private static Uni<Void> update(SqlConnection tx, List<StoredSession> sessions) {
        return tx.preparedQuery(RecordingQueries.UPDATE_SESSION)
                .executeBatch(sessions.stream().map(SessionRows::update).toList())
                .replaceWithVoid();
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return rows.rowCount() == 0 || !rows.iterator().hasNext()
                ? Optional.empty()
                : Optional.of(rows.iterator().next());
    }
}
