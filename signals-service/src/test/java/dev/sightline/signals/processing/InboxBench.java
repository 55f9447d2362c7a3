package dev.sightline.signals.processing;

import static org.awaitility.Awaitility.await;

import dev.sightline.auth.Organization;
import dev.sightline.auth.Project;
import dev.sightline.event.SignalEmitted;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import dev.sightline.testing.TestProject;
import dev.sightline.time.UuidV7;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
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

    @Inject
    Pool pool;

    @Inject
    KafkaClientService consumers;

    @Test
    void ingest() {
        measureIngest("warm-up", 300, 20);
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
        Work start = fill(records);
        awaitCount("select count(*) from signal where project_id = any ($1)", ids, signals.size());
        start.report(what + ": stored", signals.size());
        Long before = scalar("select count(*) from signal where project_id = any ($1)", ids);
        double recognised = recognised();
        start = fill(records);
        await().atMost(PATIENCE).until(() -> recognised() >= recognised + signals.size());
        start.report(what + ": replayed", signals.size());
        System.out.printf(
                "BENCH duplicates %d%n",
                scalar("select count(*) from signal where project_id = any ($1)", ids) - before);
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

    private double recognised() {
        return Metrics.globalRegistry.find("sightline.signals.dropped").tag("reason", "duplicate").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private void awaitCount(String sql, List<Integer> ids, long expected) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> scalar(sql, ids) >= expected);
    }

    private Long scalar(String sql, List<Integer> ids) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(ids.toArray(Integer[]::new)))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }
}
