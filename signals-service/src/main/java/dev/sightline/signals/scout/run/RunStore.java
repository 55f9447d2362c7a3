package dev.sightline.signals.scout.run;

import dev.sightline.json.Wire;
import dev.sightline.signals.scout.ScoutDefaults;
import dev.sightline.sql.Rows;
import dev.sightline.sql.Where;
import dev.sightline.time.Timestamps;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Runs in the database. Each change of status is conditional, so that of several replicas one makes it. */
@ApplicationScoped
public class RunStore {

    private final Pool pool;
    private final ScoutDefaults limits;
    private final RunTelemetry telemetry;
    private final Clock clock;

    RunStore(Pool pool, ScoutDefaults limits, RunTelemetry telemetry, Clock clock) {
        this.pool = pool;
        this.limits = limits;
        this.telemetry = telemetry;
        this.clock = clock;
    }

    public Uni<List<ScoutRun>> list(int projectId, RunFilter filter) {
        Where where = filter.where(projectId);
        String sql = "select " + RunRows.COLUMNS + " from scout_run where " + where.sql()
                + " order by created_at desc, id desc limit " + where.bind(filter.limit());
        return pool.preparedQuery(sql).execute(where.values()).map(rows -> Rows.list(rows, RunRows::run));
    }

    public Uni<Optional<ScoutRun>> find(int projectId, UUID id) {
        return pool.preparedQuery(RunQueries.FIND)
                .execute(Tuple.of(projectId, id))
                .map(rows -> Rows.first(rows, RunRows::run));
    }

    /** Whether the run was stored; it is not while another run of the scout is open. */
    public Uni<Boolean> insert(ScoutRun run) {
        Tuple row =
                Tuple.of(run.projectId(), run.id(), run.task().id(), run.task().runId(), run.configId());
        row.addString(run.skill().name())
                .addInteger(run.skill().version())
                .addString(Wire.name(run.status()))
                .addString(Wire.name(run.executor()))
                .addInteger(run.userId())
                .addOffsetDateTime(Rows.parameter(run.times().created()));
        return pool.preparedQuery(RunQueries.INSERT)
                .execute(row)
                .map(stored -> stored.size() == 1)
                .invoke(stored -> telemetry.begun(stored ? List.of(run) : List.of()));
    }

    /** Takes waiting runs of a kind, oldest first, for a worker that carries them out now. */
    public Uni<List<ScoutRun>> claim(ExecutorKind executor, int most) {
        return pool.preparedQuery(RunQueries.CLAIM)
                .execute(Tuple.of(most, now(), Wire.name(executor)))
                .map(rows -> Rows.list(rows, RunRows::run))
                .invoke(telemetry::begun);
    }

    /** Ends a run that is under way; false if somebody else has ended it. */
    public Uni<Boolean> end(ScoutRun run, RunEnd end) {
        return endAll(List.of(new Ended(run, end))).map(ended -> ended == 1);
    }

    /** A run and how it ended. */
    public record Ended(ScoutRun run, RunEnd end) {}

    /** Ends runs that are under way, and says how many; those that somebody else has ended stay as they are. */
    public Uni<Integer> endAll(List<Ended> ended) {
        Tuple columns = Tuple.of(
                ended.stream().map(one -> one.run().projectId()).toArray(Integer[]::new),
                ended.stream().map(one -> one.run().id()).toArray(UUID[]::new),
                ended.stream().map(one -> Wire.name(one.end().status())).toArray(String[]::new),
                ended.stream().map(one -> storable(one.end().summaryText())).toArray(String[]::new),
                ended.stream().map(one -> storable(one.end().errorText())).toArray(String[]::new),
                now());
        return pool.preparedQuery(RunQueries.END)
                .execute(columns)
                .invoke(telemetry::ended)
                .map(rows -> rows.size());
    }

    /** What the database can hold of a text that a program or a model wrote. */
    private static String storable(String text) {
        return text == null ? "" : text.replace("\0", "");
    }

    /** Fails the runs that nobody finished in time; how many. */
    public Uni<Integer> reap() {
        Duration staleAfter = limits.staleAfter();
        String error = "The run was abandoned: it had not ended after " + staleAfter.toSeconds() + " seconds.";
        return pool.preparedQuery(RunQueries.REAP)
                .execute(Tuple.of(now().minus(staleAfter), error, now()))
                .invoke(telemetry::reaped)
                .map(reaped -> reaped.size());
    }

    /** Runs of the project in the 24 hours behind us. */
    public Uni<Integer> today(int projectId) {
        return pool.preparedQuery(RunQueries.COUNT)
                .execute(Tuple.of(projectId, now().minusHours(24)))
                .map(rows -> rows.iterator().next().getLong(0).intValue());
    }

    private OffsetDateTime now() {
        Instant now = Timestamps.micros(clock.instant());
        return Rows.parameter(now);
    }
}
