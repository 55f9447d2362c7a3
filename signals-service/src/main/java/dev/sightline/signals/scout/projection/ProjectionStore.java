package dev.sightline.signals.scout.projection;

import dev.sightline.messaging.Inbox;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Adds what messages say to the projections, each message once. */
@ApplicationScoped
class ProjectionStore {

    private final Pool pool;
    private final Inbox inbox;
    private final SketchStore sketches;
    private final ProjectionConfig config;

    ProjectionStore(Pool pool, Inbox inbox, SketchStore sketches, ProjectionConfig config) {
        this.pool = pool;
        this.inbox = inbox;
        this.sketches = sketches;
        this.config = config;
    }

    /**
     * Applies the messages that were not applied before, in one transaction.
     *
     * @param consumer who applies them
     * @param reading what the messages of these identities add
     */
    Uni<Void> apply(String consumer, Collection<UUID> ids, Function<Set<UUID>, Measures> reading) {
        return pool.withTransaction(
                tx -> inbox.firstTimes(tx, consumer, ids).map(reading).flatMap(measures -> save(tx, measures)));
    }

    private Uni<Void> save(SqlClient tx, Measures measures) {
        return measures.isEmpty()
                ? Uni.createFrom().voidItem()
                : write(tx, ProjectionQueries.ADD, measures.counts())
                        .chain(() -> sketches.merge(tx, measures))
                        .flatMap(quantiles -> write(tx, ProjectionQueries.PUT, quantiles))
                        .chain(() -> name(tx, measures.names()));
    }

    private Uni<Void> write(SqlClient tx, String sql, Map<Cell, Hours> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple columns = Tuple.of(
                column(rows.keySet(), Cell::projectId, Integer[]::new),
                column(rows.keySet(), Cell::day, LocalDate[]::new),
                column(rows.keySet(), Cell::kind, String[]::new),
                column(rows.keySet(), Cell::entity, String[]::new),
                column(rows.values(), Hours::literal, String[]::new),
                config.things());
        return tx.preparedQuery(sql).execute(columns).replaceWithVoid();
    }

    private static Uni<Void> name(SqlClient tx, Map<Measures.Name, String> names) {
        if (names.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple columns = Tuple.of(
                column(names.keySet(), Measures.Name::projectId, Integer[]::new),
                column(names.keySet(), Measures.Name::entity, String[]::new),
                names.values().toArray(String[]::new));
        return tx.preparedQuery(ProjectionQueries.NAME).execute(columns).replaceWithVoid();
    }

    /** One column of many rows, as {@code unnest} takes it. */
    static <T, C> C[] column(Collection<T> rows, Function<T, C> value, IntFunction<C[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    static Buffer[] empty(int count) {
        List<Buffer> none = Collections.nCopies(count, Buffer.buffer());
        return none.toArray(Buffer[]::new);
    }
}
