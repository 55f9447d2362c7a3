package dev.sightline.signals.signal;

import dev.sightline.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The stored signals. Only the owner of a project's lane adds to them. */
@ApplicationScoped
public class SignalStore {

    private final Pool pool;

    SignalStore(Pool pool) {
        this.pool = pool;
    }

    /** A signal with its vector. */
    public record Embedded(StoredSignal signal, Vector vector) {}

    /** Which of these would be a second copy: the same identity, or the same source id where that names the signal. */
    public Uni<Set<UUID>> stored(SqlClient tx, int projectId, List<StoredSignal> signals) {
        Tuple tuple = new SignalColumns(signals, List.of()).identities(projectId);
        return tx.preparedQuery(SignalQueries.STORED)
                .execute(tuple)
                .map(rows -> new HashSet<>(Rows.list(rows, row -> row.getUUID("id"))));
    }

    /** Adds signals; fails if one of them is there already. */
    public Uni<Void> add(SqlClient tx, int projectId, List<Embedded> signals) {
        SignalColumns columns = new SignalColumns(
                signals.stream().map(Embedded::signal).toList(),
                signals.stream().map(Embedded::vector).toList());
        return tx.preparedQuery(SignalQueries.INSERT)
                .execute(columns.of(projectId))
                .replaceWithVoid();
    }

    /** A page of the live signals to compare with: those of one embedder since an instant, before one of them. */
    public record Older(Instant since, String embedder, int most, Instant before, UUID beforeId) {

        private static final UUID LAST = new UUID(-1, -1);

        /** The newest signals. */
        public static Older none(Instant since, String embedder, int most) {
            return new Older(since, embedder, most, Instant.parse("9999-12-31T00:00:00Z"), LAST);
        }

        /** The signals that follow this one. */
        public Older than(StoredSignal last) {
            return new Older(since, embedder, most, last.emittedAt(), last.id());
        }
    }

    /** Live signals with their vectors, newest first. */
    public Uni<List<Embedded>> live(int projectId, Older page) {
        return pool.preparedQuery(SignalQueries.LIVE)
                .execute(Tuple.of(projectId, Rows.parameter(page.since()), page.embedder(), page.most())
                        .addValue(Rows.parameter(page.before()))
                        .addUUID(page.beforeId()))
                .map(rows -> Rows.list(rows, row -> new Embedded(SignalRows.signal(row), SignalRows.vector(row))));
    }

    /** The live signals of a report, oldest first. */
    public Uni<List<StoredSignal>> ofReport(int projectId, UUID reportId) {
        return pool.preparedQuery(SignalQueries.OF_REPORT)
                .execute(Tuple.of(projectId, reportId))
                .map(rows -> Rows.list(rows, SignalRows::signal));
    }

    /** Deletes the signals of a report for every reader. */
    public Uni<Void> deleteOfReport(SqlClient tx, int projectId, UUID reportId) {
        return tx.preparedQuery(SignalQueries.DELETE_OF_REPORT)
                .execute(Tuple.of(projectId, reportId))
                .replaceWithVoid();
    }
}
