package dev.sightline.vision.observation;

import dev.sightline.api.Filters;
import dev.sightline.api.Ordering;
import dev.sightline.api.PageRequest;
import dev.sightline.sql.Rows;
import dev.sightline.testing.FakeUri;
import dev.sightline.time.UuidV7;
import dev.sightline.vision.VisionDatabase;
import dev.sightline.vision.observation.ObservationPages.Asked;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The figures on observation lists and statistics in PERFORMANCE.md. Arguments: scanners, observations of each. Beside
 * the clock of a call stands the CPU time of the database, which a busy machine disturbs less.
 */
final class ObservationBenchmark {

    private static final int RUNS = 100;
    private static final int RUNS_OF_A_PAIR = 20;
    private static final double AIM_MS = 25;
    private static final PageRequest FIRST_PAGE = PageRequest.of(FakeUri.of("http://localhost/observations"));
    private static final List<String> TYPES = List.of("classifier", "monitor", "scorer");
    private static final String[] TABLES = {
        "observation", "observation_day_tally", "observation_answer_tally", "observation_tag_set_tally"
    };

    private static final List<String> FILTERS = List.of(
            "status=succeeded",
            "status=failed",
            "status=failed,ineligible",
            "triggered_by=schedule",
            "triggered_by=on_demand",
            "verdict=no",
            "verdict=yes,inconclusive",
            "verdict=yes&status=failed",
            "tags=tag1",
            "tags=mid7",
            "tags=edge7",
            "tags=mid7,mid9,rare1",
            "tags=rare1",
            "tags=nobody",
            "tags=tag1,tag2",
            "tags=tag1,tag2&triggered_by=on_demand",
            "session_id=s5",
            "session_id=s5,s6,s7");

    private static final String FILL = """
            insert into observation (id, project_id, scanner_id, session_id, status, error_reason, workflow_id,
                scanner_snapshot, scanner_result, triggered_by, requested_at, started_at, completed_at, created_at)
            select uuidv7(), $1, $2, 's' || i,
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
                                  else jsonb_build_object('tags', jsonb_build_array('tag' || i % 8, 'rare' || i % 1000,
                                      'mid' || i % 50, 'edge' || i % 120),
                                      'tags_freeform', '[]'::jsonb) end)
                   end,
                   case when i % 100 = 0 then 'on_demand' else 'schedule' end,
                   at, at, at + interval '20 seconds', at
              from (select i, now() - i * (interval '365 days' / $3::int) as at from generate_series(1, $3) i) s
            """;

    private static final List<String> TALLIES = List.of("""
            insert into observation_day_tally
            select project_id, scanner_id, (created_at at time zone 'UTC')::date, status, triggered_by,
                   coalesce(verdict, ''), count(*), count(*) filter (where jsonb_typeof(tags) = 'array')
              from observation where project_id = $1 group by 1, 2, 3, 4, 5, 6
            """, """
            insert into observation_tag_set_tally (project_id, scanner_id, triggered_by, tags, total)
            select project_id, scanner_id, triggered_by, array[tags ->> 3, tags ->> 2, tags ->> 1, tags ->> 0], count(*)
              from observation where project_id = $1 and jsonb_typeof(tags) = 'array' group by 1, 2, 3, 4
            """, """
            insert into observation_answer_tally (project_id, scanner_id, triggered_by, kind, value, total)
            select project_id, scanner_id, triggered_by, 'tag', tag, count(*)
              from observation
             cross join lateral jsonb_array_elements_text(tags) tag
             where project_id = $1 and jsonb_typeof(tags) = 'array' group by 1, 2, 3, 5
             union all
            select project_id, scanner_id, triggered_by, 'score', score::text, count(*)
              from observation where project_id = $1 and score is not null group by 1, 2, 3, 5
            """);

    private final Pool pool = VisionDatabase.connectionWith("max_parallel_workers_per_gather", "0");
    private final int project = VisionDatabase.newProjectId();
    private final List<ScannerKey> scanners = new ArrayList<>();
    private final ServerTicks ticks = new ServerTicks(pool);
    private final ObservationStatistics statistics = new ObservationStatistics(pool, Clock.systemUTC());
    private final ObservationPages pages = new ObservationPages(pool, new ObservationCounting(pool));

    /** What a call took. */
    private record Figures(String what, double cpu, double median, double p99, double worst) {

        void print() {
            System.out.printf(
                    "%-52s CPU %7.2f ms, clock median %7.2f, p99 %7.2f, worst %7.2f ms%n",
                    what, cpu, median, p99, worst);
        }
    }

    public static void main(String[] arguments) {
        new ObservationBenchmark().run(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
        System.exit(0);
    }

    private void run(int number, int each) {
        long start = System.nanoTime();
        fill(number, each);
        System.out.printf(
                "%d scanners, %d observations each, made in %d s%n",
                number, each, (System.nanoTime() - start) / 1_000_000_000);
        load();
        statistics();
        lists();
        pairs();
        load();
        new WritePath(pool, scanners.get(0)).measure();
        load();
    }

    private static void load() {
        System.out.printf(
                "load average %.1f%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private void fill(int number, int each) {
        List<String> indexes = indexes();
        run("set maintenance_work_mem = '256MB'");
        run("alter table observation drop constraint fk_observation_scanner");
        indexes.forEach(definition -> run("drop index " + definition.split(" ")[2]));
        for (int i = 0; i < number; i++) {
            String type = TYPES.get(i % TYPES.size());
            ScannerKey scanner = new ScannerKey(project, UuidV7.next());
            scanners.add(scanner);
            execute(
                    "insert into scanner (id, project_id, name, scanner_type, scanner_config, provider, model,"
                            + " last_swept_at, created_at, updated_at)"
                            + " values ($1, $2, $3, $4, '{}', 'local', 'local', now(), now(), now())",
                    Tuple.of(scanner.id(), project, "bench " + scanner.id(), type));
            execute(FILL, Tuple.of(project, scanner.id(), each, type));
        }
        indexes.forEach(this::run);
        run("alter table observation add constraint fk_observation_scanner foreign key (project_id, scanner_id)"
                + " references scanner (project_id, id) on delete cascade not valid");
        TALLIES.forEach(sql -> execute(sql, Tuple.of(project)));
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
        for (int i = 0; i < Math.min(TYPES.size(), scanners.size()); i++) {
            ScannerKey scanner = scanners.get(i);
            measure("statistics, no filter, " + TYPES.get(i), RUNS, () -> statistics.of(scanner, filter(""), 14))
                    .print();
        }
        for (int i = 0; i < Math.min(TYPES.size(), scanners.size()); i++) {
            ScannerKey scanner = scanners.get(i);
            for (String query : List.of("status=succeeded", "triggered_by=schedule", "verdict=no", "tags=tag1,tag2")) {
                measure(
                                "statistics, " + query + ", " + TYPES.get(i),
                                RUNS_OF_A_PAIR,
                                () -> statistics.of(scanner, filter(query), 14))
                        .print();
            }
        }
    }

    private void lists() {
        for (String order : orders()) {
            list("", order, RUNS).print();
        }
        for (String query : FILTERS) {
            list(query, "-created_at", RUNS).print();
        }
        measure("baseline: 100 rows by primary key", RUNS, this::byKey).print();
    }

    private static List<String> orders() {
        return ObservationOrder.KEYS.keySet().stream()
                .sorted()
                .flatMap(key -> Stream.of(key, "-" + key))
                .toList();
    }

    /** Every filter in every order: the slowest by either measure, and all that miss the aim. */
    private void pairs() {
        List<Figures> all = FILTERS.stream()
                .flatMap(query -> orders().stream().map(order -> list(query, order, RUNS_OF_A_PAIR)))
                .toList();
        slowest("CPU", all, Figures::cpu);
        slowest("p99", all, Figures::p99);
        List<Figures> missed = all.stream().filter(pair -> pair.p99() > AIM_MS).toList();
        System.out.printf(
                "%d of %d pairs of a filter and an order are above %.0f ms at p99, %d of them by CPU alone%n",
                missed.size(),
                all.size(),
                AIM_MS,
                missed.stream().filter(pair -> pair.cpu() > AIM_MS).count());
        missed.forEach(Figures::print);
    }

    private static void slowest(String by, List<Figures> all, ToDoubleFunction<Figures> measure) {
        System.out.println("the slowest of every filter in every order, by " + by + ":");
        all.stream()
                .sorted(Comparator.comparingDouble(measure).reversed())
                .limit(12)
                .forEach(Figures::print);
    }

    private Figures list(String query, String order, int runs) {
        ScannerKey scanner = scanners.get(query.contains("verdict") ? 1 : query.contains("tags") ? 0 : 2);
        Ordering.Key key = Ordering.by(order).keys().get(0);
        Asked asked = new Asked(scanner, filter(query), key, FIRST_PAGE);
        return measure("list " + query + " by " + order, runs, () -> pages.of(asked));
    }

    private Uni<?> byKey() {
        UUID[] ids = Rows.list(
                        execute(
                                "select id from observation where project_id = $1 and scanner_id = $2 limit 100",
                                Tuple.of(project, scanners.get(0).id())),
                        row -> row.getUUID(0))
                .toArray(UUID[]::new);
        return pool.preparedQuery("select " + ObservationQueries.COLUMNS + " from observation where id = any($1)")
                .execute(Tuple.of(ids))
                .map(rows -> Rows.list(rows, new ObservationRows()::read));
    }

    private static ObservationFilter filter(String query) {
        Filters filters = Filters.of(FakeUri.of("http://localhost/observations?" + query));
        return new ObservationFilter(
                List.copyOf(filters.texts("status")),
                List.copyOf(filters.texts("triggered_by")),
                List.copyOf(filters.texts("verdict")),
                List.copyOf(filters.texts("tags")),
                List.copyOf(filters.texts("session_id")));
    }

    private Figures measure(String what, int runs, Supplier<Uni<?>> call) {
        List<Double> times = new ArrayList<>();
        call.get().await().indefinitely();
        double before = ticks.milliseconds();
        for (int i = 0; i < runs; i++) {
            long start = System.nanoTime();
            call.get().await().indefinitely();
            times.add((System.nanoTime() - start) / 1e6);
        }
        return figures(what, times, ticks.milliseconds() - before);
    }

    private static Figures figures(String what, List<Double> times, double cpu) {
        List<Double> sorted = times.stream().sorted().toList();
        int n = sorted.size();
        return new Figures(what, cpu / n, sorted.get(n / 2), sorted.get((int) (n * 0.99)), sorted.get(n - 1));
    }

    private void run(String sql) {
        pool.query(sql).execute().await().indefinitely();
    }

    private RowSet<Row> execute(String sql, Tuple values) {
        return pool.preparedQuery(sql).execute(values).await().indefinitely();
    }
}
