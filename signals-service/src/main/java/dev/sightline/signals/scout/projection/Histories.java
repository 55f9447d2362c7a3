package dev.sightline.signals.scout.projection;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the histories of projects. */
@ApplicationScoped
public class Histories {

    private final Pool pool;
    private final ProjectionConfig config;
    private final Clock clock;

    Histories(Pool pool, ProjectionConfig config, Clock clock) {
        this.pool = pool;
        this.config = config;
        this.clock = clock;
    }

    /** The histories of these projects, one for each, by project. */
    public Uni<Map<Integer, History>> of(Collection<Integer> projectIds) {
        LocalDate start = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate().minusDays(config.days() - 1L);
        Integer[] ids = projectIds.toArray(Integer[]::new);
        Map<Integer, History.Builder> builders = new HashMap<>();
        projectIds.forEach(id -> builders.put(id, new History.Builder(id, start, config.days())));
        return pool.preparedQuery(ProjectionQueries.READ)
                .execute(Tuple.of(ids, start))
                .invoke(rows -> fill(builders, rows))
                .chain(() -> pool.preparedQuery(ProjectionQueries.READ_NAMES).execute(Tuple.of((Object) ids)))
                .invoke(rows -> name(builders, rows))
                .map(named -> build(builders));
    }

    private static void fill(Map<Integer, History.Builder> builders, RowSet<Row> rows) {
        rows.forEach(row -> builders.get(row.getInteger("project_id"))
                .add(
                        row.getString("kind"),
                        row.getString("entity"),
                        row.getLocalDate("day"),
                        row.getArrayOfDoubles("hours")));
    }

    private static void name(Map<Integer, History.Builder> builders, RowSet<Row> rows) {
        rows.forEach(
                row -> builders.get(row.getInteger("project_id")).name(row.getString("entity"), row.getString("name")));
    }

    private static Map<Integer, History> build(Map<Integer, History.Builder> builders) {
        return builders.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .build()));
    }
}
