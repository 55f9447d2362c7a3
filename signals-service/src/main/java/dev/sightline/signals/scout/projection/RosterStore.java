package dev.sightline.signals.scout.projection;

import dev.sightline.event.ActivityLogged;
import dev.sightline.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Keeps what people have set up. A message that comes again, or too late, changes nothing. */
@ApplicationScoped
class RosterStore {

    private static final Set<String> KINDS = Set.of(Roster.SCANNER, Roster.EVALUATION, Roster.DATASET);
    private static final String ITEM = "DatasetItem";

    private static final String PUT = """
            insert into scout_roster as known (project_id, scope, item_id, name, there, enabled,
                                               heard_at, created_at, enabled_since, changed_at)
            select * from unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::boolean[], $6::boolean[],
                                 $7::timestamptz[], $8::timestamptz[], $9::timestamptz[], $10::timestamptz[])
            on conflict (project_id, scope, item_id) do update
            set name = excluded.name, there = excluded.there, enabled = excluded.enabled,
                created_at = coalesce(known.created_at, excluded.created_at),
                enabled_since = coalesce(excluded.enabled_since, known.enabled_since),
                changed_at = excluded.changed_at
            where known.changed_at <= excluded.changed_at""";

    private static final String USE = """
            update scout_roster as known set used_at = greatest(known.used_at, arrived.at)
            from unnest($1::int[], $2::text[], $3::timestamptz[]) as arrived (project_id, item_id, at)
            where (known.project_id, known.scope, known.item_id) = (arrived.project_id, 'Dataset', arrived.item_id)""";

    private final Pool pool;

    RosterStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> take(List<ActivityLogged> arrived) {
        Map<RosterEntry.Key, RosterEntry> entries = new TreeMap<>();
        Map<RosterEntry.Key, Instant> uses = new TreeMap<>();
        arrived.stream().filter(RosterStore::isWhole).forEach(message -> {
            if (KINDS.contains(message.scope())) {
                RosterEntry entry = RosterEntry.of(message);
                entries.merge(entry.key(), entry, RosterEntry::then);
            } else if (ITEM.equals(message.scope())) {
                uses.put(dataset(message), message.at());
            }
        });
        return put(entries.values()).chain(() -> use(uses));
    }

    private static boolean isWhole(ActivityLogged message) {
        return message.scope() != null && message.itemId() != null && message.at() != null && message.detail() != null;
    }

    private static RosterEntry.Key dataset(ActivityLogged item) {
        String dataset = item.detail().path("dataset").asText();
        return new RosterEntry.Key(item.projectId(), Roster.DATASET, dataset);
    }

    private Uni<Void> put(Collection<RosterEntry> entries) {
        if (entries.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple columns = Tuple.of(
                        ProjectionStore.column(entries, entry -> entry.key().projectId(), Integer[]::new),
                        ProjectionStore.column(entries, entry -> entry.key().kind(), String[]::new),
                        ProjectionStore.column(entries, entry -> entry.key().id(), String[]::new),
                        ProjectionStore.column(entries, RosterEntry::name, String[]::new),
                        ProjectionStore.column(entries, RosterEntry::there, Boolean[]::new),
                        ProjectionStore.column(entries, RosterEntry::enabled, Boolean[]::new))
                .addValue(times(entries, RosterEntry.Times::heard))
                .addValue(times(entries, RosterEntry.Times::created))
                .addValue(times(entries, RosterEntry.Times::enabled))
                .addValue(times(entries, RosterEntry.Times::changed));
        return pool.preparedQuery(PUT).execute(columns).replaceWithVoid();
    }

    private static OffsetDateTime[] times(Collection<RosterEntry> entries, Function<RosterEntry.Times, Instant> time) {
        return ProjectionStore.column(
                entries, entry -> Rows.parameter(time.apply(entry.times())), OffsetDateTime[]::new);
    }

    private Uni<Void> use(Map<RosterEntry.Key, Instant> uses) {
        if (uses.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple columns = Tuple.of(
                ProjectionStore.column(uses.keySet(), RosterEntry.Key::projectId, Integer[]::new),
                ProjectionStore.column(uses.keySet(), RosterEntry.Key::id, String[]::new),
                ProjectionStore.column(uses.values(), Rows::parameter, OffsetDateTime[]::new));
        return pool.preparedQuery(USE).execute(columns).replaceWithVoid();
    }
}
