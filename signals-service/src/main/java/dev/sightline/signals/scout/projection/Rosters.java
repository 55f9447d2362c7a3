package dev.sightline.signals.scout.projection;

import dev.sightline.signals.scout.projection.Roster.Standing;
import dev.sightline.signals.scout.projection.Roster.Thing;
import dev.sightline.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads what people have set up in projects. */
@ApplicationScoped
public class Rosters {

    private static final String READ = """
            select project_id, scope, item_id, name, there, created_at, changed_at, used_at,
                   case when enabled then coalesce(enabled_since, created_at, heard_at) end as enabled_since
            from scout_roster where project_id = any ($1::int[]) order by project_id, scope, name, item_id""";

    private final Pool pool;

    Rosters(Pool pool) {
        this.pool = pool;
    }

    /** One for each of these projects. */
    public Uni<Map<Integer, Roster>> of(Collection<Integer> projectIds) {
        Map<Integer, List<Thing>> things = new HashMap<>();
        return pool.preparedQuery(READ)
                .execute(Tuple.of((Object) projectIds.toArray(Integer[]::new)))
                .invoke(rows -> rows.forEach(
                        row -> things.computeIfAbsent(row.getInteger("project_id"), fresh -> new ArrayList<>())
                                .add(thing(row))))
                .map(read -> projectIds.stream()
                        .collect(Collectors.toMap(id -> id, id -> new Roster(things.getOrDefault(id, List.of())))));
    }

    private static Thing thing(Row row) {
        return new Thing(
                row.getString("scope"),
                row.getString("item_id"),
                row.getString("name"),
                new Standing(
                        row.getBoolean("there"),
                        Rows.instant(row, "created_at"),
                        Rows.instant(row, "changed_at"),
                        Rows.instant(row, "enabled_since"),
                        Rows.instant(row, "used_at")));
    }
}
