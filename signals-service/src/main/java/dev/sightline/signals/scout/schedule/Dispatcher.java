package dev.sightline.signals.scout.schedule;

import dev.sightline.json.Wire;
import dev.sightline.signals.scout.ProjectSettings;
import dev.sightline.signals.scout.Settings;
import dev.sightline.signals.scout.run.ExecutorKind;
import dev.sightline.sql.Rows;
import dev.sightline.time.Timestamps;
import dev.sightline.time.UuidV7;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Chooses the scouts of a tick and queues their runs. */
@ApplicationScoped
class Dispatcher {

    private final DueScouts scouts;
    private final Clock clock;

    Dispatcher(DueScouts scouts, Clock clock) {
        this.scouts = scouts;
        this.clock = clock;
    }

    /** How many runs were queued. */
    Uni<Integer> dispatch(SqlClient tx, Settings.Snapshot all, Instant tick) {
        Instant now = Timestamps.micros(clock.instant());
        return scouts.today(tx, now)
                .flatMap(today ->
                        scouts.due(tx, now).map(due -> plan(all, today, now).choose(allowed(all, due))))
                .flatMap(chosen ->
                        chosen.isEmpty() ? Uni.createFrom().item(0) : queue(tx, chosen, new Moment(now, tick)));
    }

    private static List<Due> allowed(Settings.Snapshot all, List<Due> due) {
        return due.stream()
                .filter(scout -> allowed(all.of(scout.projectId()), scout.skillName()))
                .toList();
    }

    private static boolean allowed(ProjectSettings settings, String skill) {
        return settings.enrolled() && !settings.withheld().contains(skill);
    }

    private static Plan plan(Settings.Snapshot all, Map<Integer, Integer> today, Instant now) {
        return new Plan(now, project -> left(all.of(project), today.getOrDefault(project, 0)), all.maxRunsPerTick());
    }

    private static int left(ProjectSettings settings, int today) {
        int ofDay = settings.maxRunsPerDay().orElse(Integer.MAX_VALUE) - today;
        return Math.min(settings.maxRunsPerTick(), ofDay);
    }

    private record Moment(Instant now, Instant tick) {}

    /** Queues runs and remembers when. */
    private static Uni<Integer> queue(SqlClient tx, List<Due> chosen, Moment at) {
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
                .addOffsetDateTime(Rows.parameter(at.now()))
                .addOffsetDateTime(Rows.parameter(at.tick()));
        return tx.preparedQuery(ScheduleQueries.DISPATCH)
                .execute(columns)
                .call(queued ->
                        tx.preparedQuery(ScheduleQueries.STAMP).execute(Tuple.of(configs, Rows.parameter(at.now()))))
                .map(queued -> queued.rowCount());
    }

    private static String executor(Due scout) {
        return Wire.name(scout.pristine() ? ExecutorKind.DETECTOR : ExecutorKind.MODEL);
    }

    private static <C> C[] column(List<Due> rows, Function<Due, C> value, IntFunction<C[]> array) {
        return rows.stream().map(value).toArray(array);
    }
}
