package dev.sightline.signals.scout.schedule;

import dev.sightline.json.Wire;
import dev.sightline.signals.scout.fleet.Fleet;
import dev.sightline.signals.scout.run.ExecutorKind;
import dev.sightline.sql.Rows;
import dev.sightline.time.UuidV7;
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
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Reads whose time has come, and queues runs. */
@ApplicationScoped
class Dispatcher {

    private final Fleet fleet;

    Dispatcher(Fleet fleet) {
        this.fleet = fleet;
    }

    Uni<List<Due>> due(SqlClient tx, Instant now, Duration grace) {
        return tx.preparedQuery(ScheduleQueries.DUE)
                .execute(Tuple.of(Rows.parameter(now), (double) grace.toSeconds()))
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

    /** Runs since a time, by project. */
    Uni<Map<Integer, Integer>> since(SqlClient tx, Instant since) {
        return tx.preparedQuery(ScheduleQueries.TODAY)
                .execute(Tuple.of(Rows.parameter(since)))
                .map(rows -> {
                    Map<Integer, Integer> runs = new HashMap<>();
                    rows.forEach(row -> runs.put(row.getInteger("project_id"), row.getInteger("runs")));
                    return runs;
                });
    }

    /** Queues runs and remembers when; how many were queued. */
    Uni<Integer> dispatch(SqlClient tx, List<Due> chosen, Instant now, Instant tick) {
        UUID[] configs = column(chosen, Due::configId, UUID[]::new);
        Tuple columns = Tuple.of(
                column(chosen, Due::projectId, Integer[]::new),
                column(chosen, scout -> UuidV7.next(), UUID[]::new),
                column(chosen, scout -> UuidV7.next(), UUID[]::new),
                column(chosen, scout -> UuidV7.next(), UUID[]::new),
                configs,
                column(chosen, Due::skillName, String[]::new));
        columns.addValue(column(chosen, Due::skillVersion, Integer[]::new))
                .addValue(column(chosen, Dispatcher::executor, String[]::new))
                .addValue(column(chosen, Due::userId, Integer[]::new))
                .addOffsetDateTime(Rows.parameter(now))
                .addOffsetDateTime(Rows.parameter(tick));
        return tx.preparedQuery(ScheduleQueries.DISPATCH)
                .execute(columns)
                .call(queued -> tx.preparedQuery(ScheduleQueries.STAMP).execute(Tuple.of(configs, Rows.parameter(now))))
                .map(queued -> queued.rowCount());
    }

    private static String executor(Due scout) {
        return Wire.name(scout.pristine() ? ExecutorKind.DETECTOR : ExecutorKind.MODEL);
    }

    private static <C> C[] column(List<Due> rows, Function<Due, C> value, IntFunction<C[]> array) {
        return rows.stream().map(value).toArray(array);
    }
}
