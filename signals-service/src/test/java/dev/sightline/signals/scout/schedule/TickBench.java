package dev.sightline.signals.scout.schedule;

import static org.awaitility.Awaitility.await;

import com.sun.management.OperatingSystemMXBean;
import dev.sightline.json.Json;
import dev.sightline.signals.scout.Scouts;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Figures of PERFORMANCE.md: {@code mvn test -Dtest=TickBench -Dbench=true}. */
@QuarkusTest
@QuarkusTestResource(ServersResource.class)
@EnabledIfSystemProperty(named = "bench", matches = "true")
class TickBench {

    private static final int PROJECTS = 1_000;
    private static final int FIRST = 20_000_000;
    private static final double TICKS_A_SECOND = 100;

    private static final String COPY_SKILLS = """
            insert into scout_skill
            select $1 + i, name, version, is_latest, deleted, description, body, allowed_tools, category, seeded_by,
                   canonical_hash, created_by, created_at
            from scout_skill, generate_series(0, $2 - 1) as i where project_id = $3""";

    private static final String COPY_CONFIGS = """
            insert into scout_config (id, project_id, skill_name, enabled, emit, run_interval_minutes, created_at, updated_at)
            select gen_random_uuid(), $1 + i, skill_name, enabled, emit, run_interval_minutes, now(), now()
            from scout_config, generate_series(0, $2 - 1) as i where project_id = $3""";

    /** 18 series a project: 4 events, 2 models with calls, errors and cost, 2 scanners, 1 evaluation. */
    private static final String FILL = """
            with series (kind, entity, mean) as (values
                ('event', '$ai_generation', 30), ('event', '$ai_trace', 20), ('event', '$pageview', 80),
                ('event', '$recording_observed', 6), ('llm.calls', 'model-a', 20), ('llm.errors', 'model-a', 1),
                ('llm.cost', 'model-a', 2), ('llm.calls', 'model-b', 10), ('llm.errors', 'model-b', 1),
                ('llm.cost', 'model-b', 1), ('llm.p90', 'model-a', 3), ('scanner.succeeded', 's1', 4),
                ('scanner.yes', 's1', 1), ('scanner.no', 's1', 3), ('scanner.succeeded', 's2', 3),
                ('scanner.failed', 's2', 1), ('evaluation.passed', 'e1', 8), ('evaluation.not_passed', 'e1', 2)),
            shapes as materialized (
                select n, s.kind, s.entity,
                       array(select round((s.mean * (1 + 0.5 * sin(h / 4.0)) * (0.9 + 0.2 * random()))::numeric + n * 0)
                             from generate_series(0, 23) as h)::double precision[] as hours
                from generate_series(0, 49) as n, series s)
            insert into scout_counter (project_id, day, kind, entity, hours)
            select $1 + i, current_date - d, s.kind, s.entity, s.hours
            from generate_series(0, $2 - 1) as i
            cross join generate_series(0, 59) as d
            join shapes s on s.n = (i * 7 + d * 13) % 50""";

    @Inject
    Coordinator coordinator;

    @Inject
    Pool pool;

    private void execute(String sql, Object... values) {
        pool.preparedQuery(sql)
                .execute(Tuple.wrap(new ArrayList<>(List.of(values))))
                .await()
                .indefinitely();
    }

    private long scalar(String sql) {
        return pool.query(sql)
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    @Test
    void tick() {
        Scouts model = Scouts.of(TestDirectory.newProject());
        model.sync();
        int from = model.project().id();
        execute(COPY_SKILLS, FIRST, PROJECTS, from);
        execute(COPY_CONFIGS, FIRST, PROJECTS, from);
        execute(FILL, FIRST, PROJECTS);
        execute(
                "insert into scout_settings values (0, $1::text::jsonb)",
                Json.write(Map.of("max_runs_per_tick_global", 100_000, "skip_team_ids", List.of(from))));
        pool.query("vacuum analyze").execute().await().indefinitely();
        System.out.printf("BENCH rows %d%n", scalar("select count(*) from scout_counter"));
        measure("cold");
        execute("update scout_config set last_run_at = null");
        measure("warm");
    }

    private void measure(String what) {
        double database = databaseSeconds();
        double jvm = jvmSeconds();
        long ended = scalar("select count(*) from scout_run where completed_at is not null");
        long start = System.nanoTime();
        int queued = coordinator.tick(Instant.now()).await().indefinitely();
        System.out.printf("BENCH dispatched %d in %.2f s%n", queued, (System.nanoTime() - start) / 1e9);
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> scalar("select count(*) from scout_run where completed_at is not null") >= ended + queued);
        System.out.printf(
                "BENCH %s tick: %d runs in %.1f s, CPU %.1f s service and %.1f s database%n",
                what, queued, (System.nanoTime() - start) / 1e9, jvmSeconds() - jvm, databaseSeconds() - database);
        pool.query("select status, emitted_count > 0 as told, count(*) as runs from scout_run group by 1, 2")
                .execute()
                .await()
                .indefinitely()
                .forEach(row -> System.out.println("BENCH outcome " + row.toJson()));
    }

    private static double jvmSeconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    }

    /** What the database's processes have used, those of this test's connections and its own. */
    private double databaseSeconds() {
        double ticks = 0;
        for (Row row :
                pool.query("select pid from pg_stat_activity").execute().await().indefinitely()) {
            ticks += ticks(row.getInteger("pid"));
        }
        return ticks / TICKS_A_SECOND;
    }

    private static long ticks(int pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        } catch (NoSuchFileException gone) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
