package dev.sightline.signals.scout.run;

import dev.sightline.json.Wire;
import dev.sightline.sql.Rows;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * What operators see of runs (spec/scouts.md 10). Counters {@code sightline.scout.runs.started} by executor,
 * {@code sightline.scout.findings} by executor and {@code sightline.scout.runs.reaped} by the status before; timer
 * {@code sightline.scout.runs} by executor and status. What has started and never finishes has died.
 */
@ApplicationScoped
class RunTelemetry {

    private static final Logger LOG = Logger.getLogger(RunTelemetry.class);
    private static final String EXECUTOR = "executor";

    private final MeterRegistry registry;

    RunTelemetry(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Counts those of the runs that are under way. */
    void begun(List<ScoutRun> runs) {
        runs.stream().filter(run -> run.status() == RunStatus.IN_PROGRESS).forEach(run -> registry.counter(
                        "sightline.scout.runs.started", EXECUTOR, Wire.name(run.executor()))
                .increment());
    }

    void ended(RowSet<Row> runs) {
        runs.forEach(this::ended);
    }

    private void ended(Row run) {
        String executor = run.getString(EXECUTOR);
        registry.timer("sightline.scout.runs", EXECUTOR, executor, "status", run.getString("status"))
                .record(time(run));
        registry.counter("sightline.scout.findings", EXECUTOR, executor).increment(run.getInteger("emitted_count"));
    }

    void reaped(RowSet<Row> runs) {
        runs.forEach(this::reaped);
    }

    private void reaped(Row run) {
        String before = run.getString("status_before");
        registry.counter("sightline.scout.runs.reaped", "status", before).increment();
        LOG.warnf(
                "A run of a scout was abandoned: executor=%s status=%s age=%ds",
                run.getString(EXECUTOR), before, time(run).toSeconds());
        ended(run);
    }

    private static Duration time(Row run) {
        Instant started = Rows.instant(run, "started_at");
        return Duration.between(started, Rows.instant(run, "completed_at"));
    }
}
