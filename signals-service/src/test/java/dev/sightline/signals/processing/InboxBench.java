package dev.sightline.signals.processing;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sightline.auth.Organization;
import dev.sightline.auth.Project;
import dev.sightline.event.SignalEmitted;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import dev.sightline.testing.TestProject;
import dev.sightline.time.UuidV7;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** How fast signals that wait in their topic are grouped: {@code mvn test -Dtest=InboxBench -Dbench=true}. */
@QuarkusTest
@QuarkusTestResource(ServersResource.class)
@EnabledIfSystemProperty(named = "bench", matches = "true")
class InboxBench {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String CHANNEL = "signals-emitted";

    private static final String WAITING = "select exists (select from lane where due_at is not null)";

    private static final String UNJUDGED = """
            select exists (select from report where status = 'candidate')
                or exists (select from report_run where status = 'running')""";

    private static final String STORED = "select count(*) from signal where project_id = any ($1)";

    private static final String JUDGED =
            "select count(*) from report_run where project_id = any ($1) and status = 'completed'";

    @Inject
    Pool pool;

    @Inject
    KafkaClientService consumers;

    @Test
    void ingest() {
        measureIngest("warm-up", 1_000, 20);
        pool.query("analyze").execute().await().indefinitely();
        measureIngest("1000 projects", 1_000, 20);
        measureIngest("one project", 1, 4_000);
    }

    private void measureIngest(String what, int projects, int signalsEach) {
        List<Integer> ids = projects(projects);
        List<SignalEmitted> signals = IntStream.range(0, signalsEach)
                .boxed()
                .flatMap(i -> ids.stream().map(id -> Emitted.finding(id, "s" + i, text(i, signalsEach), 0.3)))
                .toList();
        List<ProducerRecord<String, byte[]>> records = EmittedRecords.of(signals);
        double taken = counted("taken");
        Work start = fill(records);
        awaitQuiet(() -> counted("taken") >= taken + signals.size(), WAITING);
        await().atMost(PATIENCE).until(() -> scalar(STORED, ids) == signals.size());
        start.report(what + ": stored", signals.size());
        System.out.printf("BENCH reports judged meanwhile %d%n", scalar(JUDGED, ids));
        awaitQuiet(() -> true, UNJUDGED);
        start.report(what + ": stored and judged", signals.size());
        double recognised = counted("dropped");
        start = fill(records);
        awaitQuiet(() -> counted("dropped") >= recognised + signals.size(), WAITING);
        start.report(what + ": replayed", signals.size());
        assertEquals(signals.size(), scalar(STORED, ids));
    }

    /** Fills the topic while nobody reads it; the moment from which it is read. */
    private Work fill(List<ProducerRecord<String, byte[]>> records) {
        consumers.getConsumer(CHANNEL).pause().await().indefinitely();
        EmittedRecords.send(records);
        Work start = Work.now(pool);
        consumers.getConsumer(CHANNEL).resume().await().indefinitely();
        return start;
    }

    private static String text(int i, int of) {
        int group = i % Math.max(1, of / 4);
        return "Dead click on 'Button " + group + "' at /page-" + group + "\nThe visitor pressed it " + (i % 7 + 2)
                + " times and nothing happened for " + (i % 5 + 1) + " seconds.";
    }

    private static List<Integer> projects(int count) {
        TestProject made = TestDirectory.newProject(organization -> many(organization, count));
        return made.organization().projects().stream().map(Project::id).toList();
    }

    private static Organization many(Organization made, int count) {
        List<Project> projects = IntStream.range(0, count)
                .mapToObj(i -> new Project(
                        10_000_000 + made.projects().get(0).id() * 10_000 + i,
                        UuidV7.next(),
                        "Bench " + i,
                        "phc_bench" + made.id() + i,
                        ZoneOffset.UTC))
                .toList();
        return new Organization(made.id(), made.name(), true, projects, List.of(), made.members());
    }

    private static double counted(String what) {
        return Metrics.globalRegistry.find("sightline.signals." + what).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    /** Asks the database only what an index answers at once, and that only when the service has taken everything. */
    private void awaitQuiet(BooleanSupplier taken, String exists) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() ->
                        taken.getAsBoolean() && !value(exists, Tuple.tuple()).getBoolean(0));
    }

    private long scalar(String sql, List<Integer> ids) {
        return value(sql, Tuple.of(ids.toArray(Integer[]::new))).getLong(0);
    }

    private Row value(String sql, Tuple parameters) {
        return pool.preparedQuery(sql)
                .execute(parameters)
                .await()
                .indefinitely()
                .iterator()
                .next();
    }
}
