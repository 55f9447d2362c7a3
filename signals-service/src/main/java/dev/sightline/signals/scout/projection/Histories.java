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
    private final Heartbeats heartbeats;
    private final ProjectionConfig config;
    private final Clock clock;

    Histories(Pool pool, Heartbeats heartbeats, ProjectionConfig config, Clock clock) {
        this.pool = pool;
        this.heartbeats = heartbeats;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Histories that conclusions may be drawn from.
     *
     * @param upToDate whether all projections keep up; if not the histories are empty, and nothing in them is unusual
     */
    public record Reliable(Map<Integer, History> byProject, boolean upToDate) {

        private static Reliable of(Map<Integer, History> read, boolean upToDate) {
            return new Reliable(
                    upToDate
                            ? read
                            : read.values().stream().collect(Collectors.toMap(History::projectId, History::forgotten)),
                    upToDate);
        }
    }

    public Uni<Reliable> reliable(Collection<Integer> projectIds) {
        return heartbeats.current().flatMap(beat -> of(projectIds).map(read -> Reliable.of(read, beat.isPresent())));
    }

    /** The histories of these projects as far as they are known, one for each, by project. */
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
        rows.forEach(row -> {
            History.Builder builder = builders.get(row.getInteger("project_id"));
            double[] hours = builder.hours(row.getString("kind"), row.getString("entity"));
            new PackedDays(row.getDelegate().getBuffer("days").getBytes()).unpack(builder.start(), hours);
        });
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
