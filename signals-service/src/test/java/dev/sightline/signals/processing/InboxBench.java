package dev.sightline.signals.processing;

import static org.awaitility.Awaitility.await;

import dev.sightline.auth.Organization;
import dev.sightline.auth.Project;
import dev.sightline.event.MessageType;
import dev.sightline.event.SignalEmitted;
import dev.sightline.json.Json;
import dev.sightline.signals.Inbox;
import dev.sightline.signals.report.ManyReports;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import dev.sightline.testing.TestProject;
import dev.sightline.testing.TestServers;
import dev.sightline.time.UuidV7;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The figures of PERFORMANCE.md that need a database and a broker: {@code mvn test -Dtest=InboxBench -Dbench=true}. */
@QuarkusTest
@QuarkusTestResource(ServersResource.class)
@EnabledIfSystemProperty(named = "bench", matches = "true")
class InboxBench {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String TYPE =
            SignalEmitted.class.getAnnotation(MessageType.class).value();
    private static final int REPORTS = 1_000_000;

    @Inject
    Pool pool;

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
        List<ProducerRecord<String, byte[]>> records =
                signals.stream().map(InboxBench::record).toList();
        Work start = Work.now(pool);
        send(records);
        awaitCount("select count(*) from signal where project_id = any ($1)", ids, signals.size());
        start.report(what + ": stored", signals.size());
        Long before = scalar("select count(*) from signal where project_id = any ($1)", ids);
        start = Work.now(pool);
        double recognised = recognised();
        send(records);
        await().atMost(PATIENCE).until(() -> recognised() >= recognised + signals.size());
        start.report(what + ": replayed", signals.size());
        System.out.printf(
                "BENCH duplicates %d%n",
                scalar("select count(*) from signal where project_id = any ($1)", ids) - before);
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

    private static void send(List<ProducerRecord<String, byte[]>> records) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", TestServers.get().bootstrapServers(), "linger.ms", 20, "compression.type", "lz4");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            records.forEach(producer::send);
        }
    }

    private static ProducerRecord<String, byte[]> record(SignalEmitted signal) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                "signals.emitted",
                String.valueOf(signal.projectId()),
                Json.write(signal).getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_id", UuidV7.next().toString().getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_type", TYPE.getBytes(StandardCharsets.UTF_8));
        return record;
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

    @Test
    void list() {
        Inbox inbox = new Inbox(TestDirectory.newProject());
        ManyReports.fill(pool, inbox.project(), REPORTS);
        for (String query : List.of(
                "",
                "status=ready",
                "status=resolved",
                "status=pending_input,suppressed",
                "priority=P0",
                "priority=P0,P2",
                "priority=P4",
                "actionability=not_actionable",
                "source_product=github",
                "source_product=jira",
                "has_implementation_pr=1",
                "search=" + "abcdef1",
                "suggested_reviewers=" + inbox.project().person().uuid(),
                "task_id=" + UuidV7.next(),
                "ordering=-updated_at")) {
            measureList(inbox, query);
        }
    }

    private static void measureList(Inbox inbox, String query) {
        long[] millis = IntStream.range(0, 60)
                .mapToLong(i -> timed(inbox, query))
                .skip(10)
                .sorted()
                .toArray();
        System.out.printf(
                "BENCH list %-30s p50 %d ms, p99 %d ms%n",
                query, millis[millis.length / 2], millis[(int) Math.ceil(millis.length * 0.99) - 1]);
    }

    private static long timed(Inbox inbox, String query) {
        long start = System.nanoTime();
        inbox.get("reports?limit=20&" + query).then().statusCode(200);
        return (System.nanoTime() - start) / 1_000_000;
    }
}
