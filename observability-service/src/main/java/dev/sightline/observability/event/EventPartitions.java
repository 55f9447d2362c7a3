package dev.sightline.observability.event;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The daily partitions of the two event tables. Replicas agree by an advisory lock, so any of them may make or drop one. */
@ApplicationScoped
class EventPartitions {

    private final Pool pool;
    private final EventConfig config;
    private final Clock clock;
    private final Set<LocalDate> made = ConcurrentHashMap.newKeySet();

    EventPartitions(Pool pool, EventConfig config, Clock clock) {
        this.pool = pool;
        this.config = config;
        this.clock = clock;
    }

    private LocalDate today() {
        return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** Whether events of that day are kept at all. */
    boolean keeps(LocalDate day) {
        return !day.isBefore(oldest(config.retentionDays()));
    }

    /** Whether the heavy properties of events of that day are kept. */
    boolean keepsContent(LocalDate day) {
        return !day.isBefore(oldest(config.contentRetentionDays()));
    }

    private LocalDate oldest(int retentionDays) {
        return today().minusDays(retentionDays);
    }

    /** Makes the partitions of these days that are missing. */
    Uni<Void> ensure(Collection<LocalDate> days) {
        Set<LocalDate> missing = new TreeSet<>(days);
        missing.removeAll(made);
        if (missing.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return run(missing.stream().flatMap(this::create)).invoke(() -> made.addAll(missing));
    }

    /** Makes the partitions from today on for the configured days. */
    Uni<Void> ensureAhead() {
        LocalDate today = today();
        return ensure(today.datesUntil(today.plusDays(config.daysAhead() + 1L)).toList());
    }

    /** Drops the partitions whose days are out of retention. */
    Uni<Void> dropExpired() {
        return expired("event", config.retentionDays())
                .flatMap(events -> expired("event_content", config.contentRetentionDays())
                        .map(contents -> Stream.concat(events.stream(), contents.stream())))
                .flatMap(names -> run(names.map(name -> "drop table if exists " + name)));
    }

    private Uni<List<String>> expired(String table, int retentionDays) {
        String first = PartitionName.of(table, oldest(retentionDays));
        return pool.preparedQuery(PartitionName.LIST).execute(Tuple.of(table)).map(rows -> rows.stream()
                .map(row -> row.getString(0))
                .filter(name -> name.compareTo(first) < 0)
                .toList());
    }

    private Uni<Void> run(Stream<String> statements) {
        List<String> all = statements.toList();
        return all.isEmpty()
                ? Uni.createFrom().voidItem()
                : pool.withTransaction(tx -> run(tx, all)).replaceWithVoid();
    }

    private static Uni<Void> run(SqlConnection tx, List<String> statements) {
        Stream<String> locked = Stream.concat(Stream.of(PartitionName.LOCK), statements.stream());
        return Multi.createFrom()
                .items(locked)
                .onItem()
                .transformToUniAndConcatenate(sql -> tx.query(sql).execute())
                .onItem()
                .ignoreAsUni();
    }

    private Stream<String> create(LocalDate day) {
        Stream<String> tables = keepsContent(day) ? Stream.of("event", "event_content") : Stream.of("event");
        return tables.map(table -> PartitionName.create(table, day));
    }
}
