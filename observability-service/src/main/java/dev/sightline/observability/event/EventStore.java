package dev.sightline.observability.event;

import dev.sightline.event.EventCaptured;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Captured events in Postgres. */
@ApplicationScoped
public class EventStore {

    private final Pool pool;
    private final EventPartitions partitions;
    private final MeterRegistry metrics;

    EventStore(Pool pool, EventPartitions partitions, MeterRegistry metrics) {
        this.pool = pool;
        this.partitions = partitions;
        this.metrics = metrics;
    }

    /**
     * Stores the events that are new, all or none of them. Those out of retention are left out.
     *
     * @return how many were stored
     */
    public Uni<Long> save(List<EventCaptured> events) {
        List<EventRow> rows = fresh(events);
        if (rows.isEmpty()) {
            return Uni.createFrom().item(0L);
        }
        return partitions
                .ensure(rows.stream().map(EventRow::day).toList())
                .chain(() -> pool.preparedQuery(EventQueries.INSERT).execute(EventColumns.of(rows)))
                .map(result -> result.iterator().next().getLong(0))
                .invoke(stored -> count(rows.size(), stored));
    }

    private List<EventRow> fresh(List<EventCaptured> events) {
        Map<EventRow.Identity, EventRow> first = new LinkedHashMap<>();
        events.stream().map(EventRow::of).forEach(row -> first.putIfAbsent(row.identity(), row));
        Collection<EventRow> rows = first.values();
        List<EventRow> kept = rows.stream()
                .filter(row -> partitions.keeps(row.day()))
                .map(row -> partitions.keepsContent(row.day()) ? row : row.withoutContent())
                .toList();
        metrics.counter("sightline.events.expired").increment(rows.size() - kept.size());
        return kept;
    }

    private void count(int offered, long stored) {
        metrics.counter("sightline.events.stored").increment(stored);
        metrics.counter("sightline.events.repeated").increment(offered - stored);
    }

    /** The event, or empty if there is none of that name, id and day in the project. */
    public Uni<Optional<StoredEvent>> find(EventKey key) {
        return pool.preparedQuery(EventQueries.FIND)
                .execute(Tuple.of(key.projectId(), key.event(), key.uuid(), key.day()))
                .map(rows -> read(rows).stream().findFirst());
    }

    /** The next of the newest events of a name, newest first. */
    public Uni<List<StoredEvent>> recent(int projectId, RecentEvents which, int limit) {
        OffsetDateTime from = which.since().atOffset(ZoneOffset.UTC);
        Tuple values = Tuple.of(projectId, which.event(), from, from.toLocalDate())
                .addOffsetDateTime(which.before().atOffset(ZoneOffset.UTC))
                .addUUID(which.beforeUuid())
                .addInteger(limit);
        return pool.preparedQuery(EventQueries.RECENT).execute(values).map(EventStore::read);
    }

    private static List<StoredEvent> read(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(EventRows::read)
                .toList();
    }
}
