package dev.sightline.vision.observation;

import dev.sightline.api.Ordering;
import dev.sightline.event.ObservationRequested;
import dev.sightline.json.Json;
import dev.sightline.messaging.Outbox;
import dev.sightline.messaging.OutboxMessage;
import dev.sightline.model.ModelAnswer.Usage;
import dev.sightline.sql.Rows;
import dev.sightline.sql.Where;
import dev.sightline.time.UuidV7;
import dev.sightline.vision.VisionDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The figures on observation lists and statistics in PERFORMANCE.md. Arguments: scanners, observations of each. Times are
 * the database's own for the statement (EXPLAIN ANALYZE), which a busy machine disturbs less than the clock of a client.
 */
final class ObservationBenchmark {

    private static final int RUNS = 50;
    private static final int ENDS = 400;
    private static final double TICK_MS = 10;
    private static final List<String> TYPES = List.of("classifier", "monitor", "scorer");
    private static final String[] TABLES = {"observation", "observation_day_tally", "observation_answer_tally"};

    private static final String FILL = """
            insert into observation (id, project_id, scanner_id, session_id, status, error_reason, workflow_id,
                scanner_snapshot, scanner_result, triggered_by, requested_at, started_at, completed_at, created_at)
            select gen_random_uuid(), $1, $2, 's' || i,
                   case when i % 50 = 0 then 'failed' when i % 20 = 0 then 'ineligible' else 'succeeded' end,
                   case when i % 50 = 0 then 'internal_error:x' else '' end, 'w' || i,
                   jsonb_build_object('name', 'bench', 'scanner_type', 'classifier', 'scanner_version', 1 + i / 60000,
                       'model', 'm', 'provider', 'local', 'emits_signals', false, 'scanner_config', '{}'::jsonb),
                   case when i % 50 <> 0 and i % 20 <> 0 then jsonb_build_object('signals_count', 0, 'model_output',
                       jsonb_build_object('scanner_type', 'x', 'confidence', 0.7, 'reasoning', repeat(md5(i::text), 20),
                           'scanner', 'bench')
                       || case $4 when 'monitor' then jsonb_build_object('verdict',
                                      (array['yes', 'no', 'no', 'inconclusive'])[1 + i % 4])
                                  when 'scorer' then jsonb_build_object('score', i % 101)
                                  else jsonb_build_object('tags', jsonb_build_array('tag' || i % 8, 'rare' || i % 1000),
                                      'tags_freeform', '[]'::jsonb) end)
                   end,
                   case when i % 100 = 0 then 'on_demand' else 'schedule' end,
                   at, at, at + interval '20 seconds', at
              from (select i, now() - i * (interval '365 days' / $3::int) as at from generate_series(1, $3) i) s
            """;

    private static final String TALLY_DAYS = """
            insert into observation_day_tally
            select project_id, scanner_id, (created_at at time zone 'UTC')::date, status, triggered_by,
                   coalesce(verdict, ''), count(*)
              from observation where project_id = $1 group by 1, 2, 3, 4, 5, 6
            """;

    private final Pool pool = VisionDatabase.pool();
    private final SqlConnection connection = pool.getConnection().await().indefinitely();
    private final String pid = execute("select pg_backend_pid()::text", Tuple.tuple())
            .iterator()
            .next()
            .getString(0);
    private final int project = VisionDatabase.newProjectId();
    private final List<UUID> scanners = new ArrayList<>();

    public static void main(String[] arguments) {
        new ObservationBenchmark().run(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
        System.exit(0);
    }

    private void run(int number, int each) {
        fill(number, each);
        System.out.printf("%d scanners, %d observations each%n", number, each);
        run("set max_parallel_workers_per_gather = 0");
        statistics();
        lists();
        counts();
        rollUp();
    }

    private void fill(int number, int each) {
        List<String> indexes = indexes();
        indexes.forEach(definition -> run("drop index " + definition.split(" ")[2]));
        for (int i = 0; i < number; i++) {
            UUID scanner = UuidV7.next();
            scanners.add(scanner);
            execute(
                    "insert into scanner (id, project_id, name, scanner_type, scanner_config, provider, model,"
                            + " last_swept_at, created_at, updated_at)"
                            + " values ($1, $2, $3, 'classifier', '{}', 'local', 'local', now(), now(), now())",
                    Tuple.of(scanner, project, "bench " + scanner));
            execute(FILL, Tuple.of(project, scanner, each, TYPES.get(i % TYPES.size())));
        }
        indexes.forEach(this::run);
        execute(TALLY_DAYS, Tuple.of(project));
        for (String table : TABLES) {
            run("vacuum analyze " + table);
        }
    }

    /** Built after the rows, which takes a tenth of the time. */
    private List<String> indexes() {
        return Rows.list(
                execute(
                        "select indexdef from pg_indexes where tablename = 'observation' and indexname like 'ix_%'",
                        Tuple.tuple()),
                row -> row.getString(0));
    }

    private void statistics() {
        OffsetDateTime since = OffsetDateTime.now(ZoneOffset.UTC).minusDays(14);
        OffsetDateTime midnight = since.truncatedTo(ChronoUnit.DAYS).plusDays(1);
        measure(
                "statistics, no filter (sums)",
                StatisticsQueries.TALLIED,
                scanner -> Tuple.of(project, scanner, since, midnight));
        for (int i = 0; i < Math.min(TYPES.size(), scanners.size()); i++) {
            Where where = filter(List.of("succeeded"), List.of(), List.of()).where(project, scanners.get(i));
            String sql = StatisticsQueries.raw(TYPES.get(i), where.sql(), where.bind(since));
            measure("statistics, status=succeeded, " + TYPES.get(i), sql, scanner -> where.values());
        }
    }

    private void lists() {
        for (String key : ObservationOrder.KEYS.keySet()) {
            for (String order : List.of(key, "-" + key)) {
                list("list by " + order, filter(List.of(), List.of(), List.of()), order);
            }
        }
        list("list status=failed", filter(List.of("failed"), List.of(), List.of()), "-created_at");
        list("list verdict=yes, which is never", filter(List.of(), List.of("yes"), List.of()), "-created_at");
        list("list tags=tag1", filter(List.of(), List.of(), List.of("tag1")), "-created_at");
        list("list tags=rare1", filter(List.of(), List.of(), List.of("rare1")), "-created_at");
        list("list tags=nobody", filter(List.of(), List.of(), List.of("nobody")), "-created_at");
        measure(
                "baseline: 100 rows by primary key",
                "select " + ObservationQueries.COLUMNS + " from observation where id = any($1)",
                scanner -> Tuple.of(ids(scanner)));
    }

    private void list(String what, ObservationFilter filter, String order) {
        Where where = filter.where(project, scanners.get(0));
        String sql = ObservationQueries.list(where, ObservationOrder.by(Ordering.by(order)), 100, 0);
        measure(what, sql, scanner -> where.values());
    }

    private void counts() {
        Where outcomes = filter(List.of("succeeded"), List.of("yes"), List.of()).where(project, scanners.get(0));
        measure("count by outcome (sums)", ObservationQueries.countOfOutcomes(outcomes.sql()), s -> outcomes.values());
        measure(
                "count by outcome (rows)",
                "select count(*) from observation where " + outcomes.sql(),
                s -> outcomes.values());
        Where tags = filter(List.of(), List.of(), List.of("tag1")).where(project, scanners.get(0));
        measure(
                "count by a tag of an eighth (rows)",
                "select count(*) from observation where " + tags.sql(),
                s -> tags.values());
    }

    /** The end of an observation with and without its sums. */
    private void rollUp() {
        ObservationTallies tallies = new ObservationTallies();
        double without = ends(null, "plain");
        double with = ends(tallies, "summed");
        System.out.printf(
                "end of an observation: %.2f ms CPU without sums, %.2f ms with (%+.1f %%)%n",
                without, with, 100 * (with - without) / without);
    }

    private double ends(ObservationTallies tallies, String prefix) {
        ObservationRepository repository = new ObservationRepository(pool);
        Outbox outbox = new Outbox();
        GivenObservations given =
                new GivenObservations(pool, new ScannerKey(project, scanners.get(0))).by(Trigger.SCHEDULE);
        List<StoredObservation> rows = IntStream.range(0, ENDS)
                .mapToObj(i -> given.pending(prefix + i))
                .toList();
        long before = cpu();
        for (StoredObservation row : rows) {
            connection
                    .begin()
                    .chain(tx -> end(repository, outbox, tallies, row).chain(tx::commit))
                    .await()
                    .indefinitely();
        }
        return (cpu() - before) * TICK_MS / ENDS;
    }

    private Uni<Void> end(
            ObservationRepository repository, Outbox outbox, ObservationTallies tallies, StoredObservation row) {
        Outcome.Succeeded outcome = new Outcome.Succeeded(
                Json.tree(Map.of("tags", List.of("tag1"), "reasoning", "x".repeat(600))), List.of(), new Usage(1, 1));
        Instant now = Instant.now();
        return repository
                .finish(connection, row, outcome, now)
                .chain(() -> outbox.append(connection, messages(row)))
                .chain(() ->
                        tallies == null ? receipt(connection, row, now) : tallies.add(connection, row, outcome, now));
    }

    private static Uni<Void> receipt(SqlClient tx, StoredObservation row, Instant now) {
        return tx.preparedQuery("insert into usage_receipt (project_id, observation_id, scanner_id, created_at)"
                        + " values ($1, $2, $3, $4) on conflict do nothing")
                .execute(Tuple.of(row.projectId(), row.id(), row.scannerId(), Rows.parameter(now)))
                .replaceWithVoid();
    }

    /** Smaller than those of a real end, so that the sums rather look dearer than they are. */
    private static List<OutboxMessage> messages(StoredObservation row) {
        OutboxMessage message = OutboxMessage.of(
                "bench", new ObservationRequested(row.projectId(), row.id(), row.scannerId(), row.sessionId()));
        return List.of(message);
    }

    private static ObservationFilter filter(List<String> statuses, List<String> verdicts, List<String> tags) {
        return new ObservationFilter(statuses, List.of(), verdicts, tags, List.of());
    }

    private UUID[] ids(UUID scanner) {
        RowSet<Row> rows = execute(
                "select id from observation where project_id = $1 and scanner_id = $2 limit 100",
                Tuple.of(project, scanner));
        return Rows.list(rows, row -> row.getUUID(0)).toArray(UUID[]::new);
    }

    private void measure(String what, String sql, Function<UUID, Tuple> values) {
        double[] times = new double[RUNS];
        long before = cpu();
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            connection
                    .preparedQuery(sql)
                    .execute(values.apply(scanners.get(i % scanners.size())))
                    .await()
                    .indefinitely();
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        System.out.printf(
                "%-42s CPU of the database %7.2f ms, clock median %7.2f ms, worst %7.2f ms%n",
                what, (cpu() - before) * TICK_MS / RUNS, times[RUNS / 2], times[RUNS - 1]);
    }

    /** Ticks the server process of the connection has worked. */
    private long cpu() {
        try {
            String[] stat = Files.readString(Path.of("/proc", pid, "stat")).split(" ");
            return Long.parseLong(stat[13]) + Long.parseLong(stat[14]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(String sql) {
        connection.query(sql).execute().await().indefinitely();
    }

    private RowSet<Row> execute(String sql, Tuple values) {
        return connection.preparedQuery(sql).execute(values).await().indefinitely();
    }
}
