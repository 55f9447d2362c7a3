package dev.sightline.vision.observation;

import dev.sightline.event.ObservationRequested;
import dev.sightline.json.Json;
import dev.sightline.messaging.Outbox;
import dev.sightline.messaging.OutboxMessage;
import dev.sightline.servers.Ports;
import dev.sightline.sql.Rows;
import dev.sightline.testing.TestDirectory;
import dev.sightline.testing.TestProject;
import dev.sightline.testing.TestServers;
import dev.sightline.time.UuidV7;
import dev.sightline.vision.analysis.DemoSession;
import dev.sightline.vision.recording.SessionCounters;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many jobs one replica has in flight while a model takes two seconds to answer, and how many threads that takes: the
 * figures in PERFORMANCE.md. The replica is the packaged service in a process of its own, beside a real Postgres and a
 * real Kafka; the model is a server on this machine. Argument: jobs.
 */
final class JobsInFlightBenchmark {

    private static final long ANSWER_MS = 2_000;
    private static final int SCANNERS = 8;
    private static final int LOOK_EVERY_MS = 250;
    private static final Duration PATIENCE = Duration.ofSeconds(100);
    private static final String ANSWER = Json.write(Map.of(
            "choices",
            List.of(Map.of(
                    "index",
                    0,
                    "finish_reason",
                    "stop",
                    "message",
                    Map.of(
                            "role",
                            "assistant",
                            "content",
                            "{\"reasoning\": \"It failed (t 3).\", \"verdict\": \"yes\", \"confidence\": 0.9}"))),
            "usage",
            Map.of("prompt_tokens", 1200, "completion_tokens", 34, "total_tokens", 1234)));

    private static final String SESSIONS = """
            insert into recording_session (project_id, session_id, distinct_id, start_time, end_time, active_ms,
                urls, snapshot_source, snapshot_library, retention_days, last_received_at, block_count, item_count)
            select $1, 's' || i, 'd', $2, $3, $4, '{}', 'web', 'web', 3650, $3, 1, 1 from generate_series(1, $5) i
            """;
    private static final String BLOCKS = """
            insert into recording_block (project_id, session_id, received_on, batch_id, start_time, end_time,
                item_count, content)
            select $1, 's' || i, current_date, gen_random_uuid(), $2, $3, 1, $4 from generate_series(1, $5) i
            """;
    private static final String EVENTS = """
            insert into session_event (project_id, session_id, uuid, event, distinct_id, timestamp, properties)
            select $1, 's' || i, gen_random_uuid(), $2, 'd', $3, $4 from generate_series(1, $5) i
            """;
    private static final String SCANNER = """
            insert into scanner (id, project_id, name, scanner_type, scanner_config, provider, model, enabled,
                last_swept_at, created_at, updated_at)
            values ($1, $2, $3, 'monitor', '{"prompt": "Did it fail?"}', 'openai_compatible', 'slow', false,
                now(), now(), now())
            """;
    private static final String OBSERVATIONS = """
            insert into observation (id, project_id, scanner_id, session_id, status, workflow_id, scanner_snapshot,
                triggered_by, created_at, requested_at)
            select uuidv7(), $1, $2, 's' || i, 'pending', 'w' || i, $3, 'schedule', now(), now()
              from generate_series($4::int, $5) i
            returning id, session_id
            """;

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger mostAsked = new AtomicInteger();
    private final TestProject project = TestDirectory.newProject();
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = HttpClient.newHttpClient();
    private final int jobs;
    private final int port;
    private final String database;
    private final Pool pool;

    private JobsInFlightBenchmark(int jobs) throws IOException {
        this.jobs = jobs;
        this.port = Ports.free();
        this.database = TestServers.get().database("vision");
        this.pool = Pool.newInstance(PgBuilder.pool()
                .connectingTo(
                        PgConnectOptions.fromUri(database).setUser("vision").setPassword("vision"))
                .build());
    }

    public static void main(String[] arguments) throws Exception {
        JobsInFlightBenchmark benchmark = new JobsInFlightBenchmark(Integer.parseInt(arguments[0]));
        Process replica = benchmark.replica(benchmark.model());
        try {
            benchmark.awaitReady(replica);
            benchmark.seed();
            benchmark.watch(replica);
        } finally {
            replica.destroy();
            replica.waitFor(20, TimeUnit.SECONDS);
        }
        System.exit(0);
    }

    /** A server that answers every question after two seconds; its port. */
    private int model() {
        return vertx.createHttpServer()
                .requestHandler(request -> {
                    mostAsked.accumulateAndGet(asked.incrementAndGet(), Math::max);
                    vertx.setTimer(ANSWER_MS, timer -> {
                        asked.decrementAndGet();
                        request.response()
                                .putHeader("content-type", "application/json")
                                .end(ANSWER);
                    });
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    private Process replica(int model) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx512m",
                "-jar",
                Path.of("target", "quarkus-app", "quarkus-run.jar").toString());
        builder.environment()
                .putAll(Map.of(
                        "SIGHTLINE_VISION_PORT", String.valueOf(port),
                        "SIGHTLINE_POSTGRES_URL", database.substring(0, database.lastIndexOf('/')),
                        "SIGHTLINE_KAFKA", TestServers.get().bootstrapServers(),
                        "SIGHTLINE_DIRECTORY",
                                Path.of(
                                                "target",
                                                "test-directory-"
                                                        + ProcessHandle.current()
                                                                .pid() + ".json")
                                        .toAbsolutePath()
                                        .toString(),
                        "SIGHTLINE_MODELS_ALLOW_PRIVATE_ADDRESSES", "true",
                        "SIGHTLINE_VISION_PROVIDERS_OPENAI_COMPATIBLE_BASE_URL", "http://127.0.0.1:" + model + "/v1"));
        return builder.redirectErrorStream(true)
                .redirectOutput(new File("target", "jobs-in-flight.log"))
                .start();
    }

    private void awaitReady(Process replica) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (replica.isAlive() && System.nanoTime() < end) {
            if (get("/q/health/ready").contains("\"UP\"")) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
        }
        throw new IllegalStateException("The service does not start: see target/jobs-in-flight.log");
    }

    private void seed() {
        DemoSession demo = DemoSession.of("kettle-error-leaves");
        SessionCounters counters = demo.recorded().counters();
        Object start = Rows.parameter(counters.span().start());
        Object end = Rows.parameter(counters.span().end());
        long active = counters.activity().activeMs();
        run(SESSIONS, Tuple.from(List.of(project.id(), start, end, active, jobs)));
        demo.recorded()
                .blocks()
                .forEach(block ->
                        run(BLOCKS, Tuple.from(List.of(project.id(), start, end, Buffer.buffer(block), jobs))));
        demo.recorded()
                .events()
                .forEach(event -> run(
                        EVENTS,
                        Tuple.from(List.of(
                                project.id(),
                                event.event(),
                                Rows.parameter(event.timestamp()),
                                new JsonObject(Json.write(event.properties())),
                                jobs))));
        for (int i = 0; i < SCANNERS; i++) {
            UUID scanner = UuidV7.next();
            int first = 1 + i * jobs / SCANNERS;
            int last = (i + 1) * jobs / SCANNERS;
            run(SCANNER, Tuple.of(scanner, project.id(), "slow " + i));
            pool.withTransaction(tx -> request(tx, scanner, first, last))
                    .await()
                    .indefinitely();
        }
    }

    private Uni<Void> request(SqlConnection tx, UUID scanner, int first, int last) {
        ScannerSnapshot snapshot = new ScannerSnapshot(
                "slow", "monitor", 1, "slow", "openai_compatible", false, Json.tree(Map.of("prompt", "Did it fail?")));
        return tx.preparedQuery(OBSERVATIONS)
                .execute(Tuple.from(List.of(project.id(), scanner, new JsonObject(Json.write(snapshot)), first, last)))
                .map(rows -> Rows.list(
                        rows,
                        row -> OutboxMessage.of(
                                project.id() + ":" + scanner,
                                new ObservationRequested(
                                        project.id(), row.getUUID("id"), scanner, row.getString("session_id")))))
                .chain(messages -> new Outbox().append(tx, messages));
    }

    private void watch(Process replica) throws Exception {
        long start = System.nanoTime();
        double mostThreads = 0;
        double mostJobs = 0;
        String threads = "";
        while (done() < jobs && System.nanoTime() - start < PATIENCE.toNanos()) {
            String metrics = get("/q/metrics");
            mostThreads = Math.max(mostThreads, metric(metrics, "jvm_threads_live_threads"));
            double running = metric(metrics, "sightline_vision_jobs_running");
            if (running > mostJobs) {
                mostJobs = running;
                threads = threads(replica);
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Duration cpu = replica.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
        System.out.printf(
                "%d of %d jobs in %.1f s; in flight at most %.0f, asked of the model at once at most %d;"
                        + " threads at most %.0f (peak of the JVM %.0f); CPU of the replica since its start %.1f s%n",
                done(),
                jobs,
                seconds,
                mostJobs,
                mostAsked.get(),
                mostThreads,
                metric(get("/q/metrics"), "jvm_threads_peak_threads"),
                cpu.toMillis() / 1e3);
        System.out.println(threads);
    }

    /** The threads of the replica by what they are called, numbers apart. */
    private static String threads(Process replica) throws Exception {
        Process jcmd = new ProcessBuilder("jcmd", String.valueOf(replica.pid()), "Thread.print").start();
        String dump = new String(jcmd.getInputStream().readAllBytes());
        Matcher name = Pattern.compile("(?m)^\"([^\"]+)\" #").matcher(dump);
        Map<String, Integer> counts = new TreeMap<>();
        while (name.find()) {
            counts.merge(name.group(1).replaceAll("[0-9]+", "#"), 1, Integer::sum);
        }
        return counts.toString();
    }

    private long done() {
        return pool.preparedQuery("select count(*) from observation where project_id = $1 and status = 'succeeded'")
                .execute(Tuple.of(project.id()))
                .map(rows -> rows.iterator().next().getLong(0))
                .await()
                .indefinitely();
    }

    private static double metric(String metrics, String name) {
        Matcher line =
                Pattern.compile("(?m)^" + name + "(?:\\{[^}]*})? (\\S+)$").matcher(metrics);
        return line.find() ? Double.parseDouble(line.group(1)) : 0;
    }

    private String get(String path) throws InterruptedException {
        try {
            return http.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            return "";
        }
    }

    private void run(String sql, Tuple values) {
        pool.preparedQuery(sql).execute(values).await().indefinitely();
    }
}
