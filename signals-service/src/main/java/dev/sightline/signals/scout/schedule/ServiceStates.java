package dev.sightline.signals.scout.schedule;

import dev.sightline.signals.scout.detector.ServiceState;
import dev.sightline.signals.scout.detector.ServiceState.Failing;
import dev.sightline.signals.scout.detector.ServiceState.Judging;
import dev.sightline.signals.scout.detector.ServiceState.Resolved;
import dev.sightline.signals.scout.detector.ServiceState.Waiting;
import dev.sightline.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reads how Sightline itself does with projects. */
@ApplicationScoped
class ServiceStates {

    private static final String FAILING = """
            select project_id, skill_name, failures, failures >= scout_patience(run_interval_minutes) as paused
            from scout_config
            where project_id = any ($1::int[]) and failures > 0 and enabled""";

    private static final String WAITING = """
            select project_id, min(received_at) as since, coalesce(max(paused_until) > now(), false) as paused
            from pending_signal left join lane using (project_id)
            where project_id = any ($1::int[])
            group by 1""";

    private static final String JUDGING = """
            select project_id, count(*) filter (where status <> 'completed')::int as failed, count(*)::int as ended
            from report_run
            where project_id = any ($1::int[]) and started_at > now() - interval '3 days' and status <> 'running'
            group by 1""";

    /** Signals like those of a resolved report gather in its successor. */
    private static final String RESOLVED = """
            select r.project_id, r.id, coalesce(r.title, '') as title, r.updated_at,
                   (select count(*)::int from signal s
                    where s.project_id = r.project_id and s.report_id = r.id and not s.deleted
                      and s.emitted_at > r.updated_at - (now() - r.updated_at)) as before,
                   (select count(*)::int from signal s
                    where s.project_id = r.project_id and s.report_id = r.successor_id and not s.deleted) as after
            from report r
            where r.project_id = any ($1::int[]) and r.status = 'resolved' and r.successor_id is not null
              and r.updated_at > now() - interval '14 days'""";

    private final Pool pool;

    ServiceStates(Pool pool) {
        this.pool = pool;
    }

    /** The state of each of these projects. */
    Uni<Map<Integer, ServiceState>> of(Collection<Integer> projectIds) {
        Tuple ids = Tuple.of((Object) projectIds.toArray(Integer[]::new));
        Map<Integer, List<Failing>> failing = new HashMap<>();
        Map<Integer, Waiting> waiting = new HashMap<>();
        Map<Integer, Judging> judging = new HashMap<>();
        Map<Integer, List<Resolved>> resolved = new HashMap<>();
        return read(FAILING, ids, row -> add(failing, row, failing(row)))
                .chain(() -> read(WAITING, ids, row -> waiting.put(project(row), waiting(row))))
                .chain(() -> read(JUDGING, ids, row -> judging.put(project(row), judging(row))))
                .chain(() -> read(RESOLVED, ids, row -> add(resolved, row, resolved(row))))
                .map(done -> projectIds.stream()
                        .collect(Collectors.toMap(
                                id -> id,
                                id -> new ServiceState(
                                        failing.getOrDefault(id, List.of()),
                                        waiting.get(id),
                                        judging.getOrDefault(id, Judging.NONE),
                                        resolved.getOrDefault(id, List.of())))));
    }

    private Uni<RowSet<Row>> read(String sql, Tuple ids, Consumer<Row> reading) {
        return pool.preparedQuery(sql).execute(ids).invoke(rows -> rows.forEach(reading));
    }

    private static int project(Row row) {
        return row.getInteger("project_id");
    }

    private static <T> void add(Map<Integer, List<T>> lists, Row row, T value) {
        lists.computeIfAbsent(project(row), fresh -> new ArrayList<>()).add(value);
    }

    private static Failing failing(Row row) {
        return new Failing(row.getString("skill_name"), row.getInteger("failures"), row.getBoolean("paused"));
    }

    private static Waiting waiting(Row row) {
        return new Waiting(Rows.instant(row, "since"), row.getBoolean("paused"));
    }

    private static Judging judging(Row row) {
        return new Judging(row.getInteger("failed"), row.getInteger("ended"));
    }

    private static Resolved resolved(Row row) {
        return new Resolved(
                row.getUUID("id"),
                row.getString("title"),
                Rows.instant(row, "updated_at"),
                row.getInteger("before"),
                row.getInteger("after"));
    }
}
