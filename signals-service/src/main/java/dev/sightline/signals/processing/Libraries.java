package dev.sightline.signals.processing;

import dev.sightline.signals.pipeline.Library;
import dev.sightline.signals.signal.SignalSource;
import dev.sightline.sql.Rows;
import io.quarkus.cache.CacheResult;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What models are shown of stored signals and reports. */
@ApplicationScoped
class Libraries {

    private final Pool pool;
    private final ProcessingConfig config;
    private final Clock clock;

    Libraries(Pool pool, ProcessingConfig config, Clock clock) {
        this.pool = pool;
        this.config = config;
        this.clock = clock;
    }

    /** That of a project. */
    Library of(int projectId) {
        return new OfProject(projectId);
    }

    /** Reads a month of signals, so it is remembered for five minutes. */
    @CacheResult(cacheName = "signal-examples")
    Uni<List<Library.Text>> examples(int projectId) {
        return rows(
                        LibraryQueries.EXAMPLES,
                        Tuple.of(projectId, Rows.parameter(clock.instant().minus(config.window()))))
                .map(rows -> Rows.list(rows, Libraries::text));
    }

    /** Answers come on a worker thread, where what follows may compute. */
    private Uni<RowSet<Row>> rows(String sql, Tuple parameters) {
        return pool.preparedQuery(sql).execute(parameters).emitOn(Infrastructure.getDefaultWorkerPool());
    }

    private static Library.Text text(Row row) {
        return new Library.Text(
                new SignalSource(row.getString("source_product"), row.getString("source_type")),
                row.getString("description"));
    }

    private final class OfProject implements Library {

        private final int projectId;

        private OfProject(int projectId) {
            this.projectId = projectId;
        }

        @Override
        public Uni<List<Text>> examples() {
            return Libraries.this.examples(projectId);
        }

        @Override
        public Uni<Map<UUID, Text>> texts(Collection<UUID> signalIds) {
            return rows(LibraryQueries.TEXTS, ids(signalIds)).map(rows -> Rows.list(rows, row -> row).stream()
                    .collect(Collectors.toMap(row -> row.getUUID("id"), Libraries::text)));
        }

        @Override
        public Uni<Map<UUID, Card>> cards(Collection<UUID> reportIds) {
            return rows(LibraryQueries.CARDS, ids(reportIds)).map(rows -> Rows.list(rows, row -> row).stream()
                    .collect(Collectors.toMap(
                            row -> row.getUUID("id"),
                            row -> new Card(row.getString("title"), row.getInteger("signal_count")))));
        }

        @Override
        public Uni<List<String>> newest(UUID reportId) {
            return rows(LibraryQueries.NEWEST, Tuple.of(projectId, reportId))
                    .map(rows -> new ArrayList<>(Rows.list(rows, row -> row.getString("description"))))
                    .invoke(Collections::reverse)
                    .map(List::copyOf);
        }

        private Tuple ids(Collection<UUID> ids) {
            return Tuple.of(projectId, ids.toArray(UUID[]::new));
        }
    }
}
