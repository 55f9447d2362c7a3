package dev.sightline.signals.scout.schedule;

import dev.sightline.signals.scout.ScoutDefaults;
import dev.sightline.signals.scout.fleet.Fleet;
import dev.sightline.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads whose time has come, and what has run already. */
@ApplicationScoped
class DueScouts {

    private static final Duration DAY = Duration.ofHours(24);

    private final Fleet fleet;
    private final ScoutDefaults defaults;

    DueScouts(Fleet fleet, ScoutDefaults defaults) {
        this.fleet = fleet;
        this.defaults = defaults;
    }

    /** Enabled scouts whose interval is over. One that keeps failing is tried once a day (spec/scouts.md 14). */
    Uni<List<Due>> due(SqlClient tx, Instant now) {
        return tx.preparedQuery(ScheduleQueries.DUE)
                .execute(Tuple.of(Rows.parameter(now), (double) defaults.grace().toSeconds()))
                .map(rows -> Rows.list(rows, this::due));
    }

    private Due due(Row row) {
        String skill = row.getString("skill_name");
        return new Due(
                row.getInteger("project_id"),
                row.getUUID("id"),
                skill,
                row.getInteger("version"),
                row.getBoolean("seeded") && fleet.isBody(skill, row.getString("body_md5")),
                row.getInteger("user_id"),
                Rows.instant(row, "last_run_at"),
                Duration.ofMinutes(row.getInteger("run_interval_minutes")));
    }

    /** Runs of the last 24 hours, by project. */
    Uni<Map<Integer, Integer>> today(SqlClient tx, Instant now) {
        return tx.preparedQuery(ScheduleQueries.TODAY)
                .execute(Tuple.of(Rows.parameter(now.minus(DAY))))
                .map(rows -> {
                    Map<Integer, Integer> runs = new HashMap<>();
                    rows.forEach(row -> runs.put(row.getInteger("project_id"), row.getInteger("runs")));
                    return runs;
                });
    }
}
