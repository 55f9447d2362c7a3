package dev.sightline.signals.processing;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.awaitility.Awaitility.await;

import dev.sightline.json.Json;
import dev.sightline.sql.Rows;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import dev.sightline.testing.TestProject;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How long a signal takes from the request that emits it to the report that lists show: signals are sent at a steady
 * pace, whether or not earlier ones were answered. When a list would show one is asked of the database afterwards, which
 * keeps the time of each commit, so that nobody has to look meanwhile.
 * {@code mvn test -Dtest=VisibleReportBench -Dbench=true}.
 */
@QuarkusTest
@QuarkusTestResource(ServersResource.class)
@EnabledIfSystemProperty(named = "bench", matches = "true")
class VisibleReportBench {

    private static final int A_SECOND = 100;
    private static final int WARM_UP = 30 * A_SECOND;
    private static final int MEASURED = 30 * A_SECOND;
    private static final Duration PATIENCE = Duration.ofSeconds(100);

    private static final String VISIBLE = """
            select s.source_id, pg_xact_commit_timestamp(s.xmin) as at from signal s
            join report r on r.project_id = s.project_id and r.id = s.report_id and r.status_rank < 8
            where s.project_id = any ($1)""";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Instant> emitted = new ConcurrentHashMap<>();

    @TestHTTPResource("/")
    URI service;

    @Inject
    Pool pool;

    @Test
    void oneProject() throws Exception {
        measure("one project", 1);
    }

    @Test
    void manyProjects() throws Exception {
        measure("100 projects", 100);
    }

    private void measure(String what, int count) throws Exception {
        List<TestProject> projects =
                Stream.generate(TestDirectory::newProject).limit(count).toList();
        Integer[] ids = projects.stream().map(TestProject::id).toArray(Integer[]::new);
        ScheduledExecutorService pace = Executors.newScheduledThreadPool(2);
        Future<Work> warm = pace.schedule(() -> Work.now(pool), WARM_UP * 1_000L / A_SECOND, MILLISECONDS);
        for (int i = 0; i < WARM_UP + MEASURED; i++) {
            int number = i;
            pace.schedule(() -> emit(projects.get(number % count), number), number * 1_000L / A_SECOND, MILLISECONDS);
        }
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> visible(ids).size() == WARM_UP + MEASURED);
        pace.shutdown();
        warm.get().report(what + ": emitted at 100/s", MEASURED);
        report(what, visible(ids));
    }

    private void emit(TestProject project, int number) {
        Map<String, Object> body = new HashMap<>(Emitted.body(text(number), 0.3));
        body.put("source_id", "n" + number);
        emitted.put("n" + number, Instant.now());
        http.sendAsync(
                HttpRequest.newBuilder(service.resolve("/api/projects/" + project.id() + "/signals/emit/"))
                        .header("Authorization", "Bearer " + project.key())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(Json.write(body)))
                        .build(),
                BodyHandlers.discarding());
    }

    private static String text(int number) {
        return "Dead click on 'Button %1$d' at /page-%1$d\nThe visitor pressed it %2$d times and nothing happened."
                .formatted(number / 400 * 100 + number % 100, number % 7 + 2);
    }

    private Map<String, Instant> visible(Integer[] ids) {
        Map<String, Instant> visible = new HashMap<>();
        pool.preparedQuery(VISIBLE)
                .execute(Tuple.of(ids))
                .await()
                .indefinitely()
                .forEach(row -> visible.put(row.getString("source_id"), Rows.instant(row, "at")));
        return visible;
    }

    private void report(String what, Map<String, Instant> visible) {
        double[] millis = IntStream.range(WARM_UP, WARM_UP + MEASURED)
                .mapToObj(i -> "n" + i)
                .mapToDouble(source -> Duration.between(emitted.get(source), visible.get(source))
                                .toNanos()
                        / 1e6)
                .sorted()
                .toArray();
        System.out.printf(
                "BENCH emit to visible report, %s: p50 %.0f ms, p99 %.0f ms, longest %.0f ms%n",
                what,
                millis[millis.length / 2],
                millis[(int) Math.ceil(millis.length * 0.99) - 1],
                millis[millis.length - 1]);
    }
}
