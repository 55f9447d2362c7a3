package dev.sightline.observability.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.messaging.Outbox;
import dev.sightline.observability.evaluation.Criteria;
import dev.sightline.observability.evaluation.Evaluation;
import dev.sightline.observability.evaluation.Status;
import dev.sightline.testing.TestServers;
import dev.sightline.time.UuidV7;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The queue's caps and leases, in a database that no service works on and by a clock of its own. */
class RunQueueTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final String NAME = "queue_" + UUID.randomUUID().toString().substring(0, 8);

    private static Vertx vertx;
    private static Pool pool;
    private static int projects;

    private final RunConfig config = config(Map.of(
            "sightline.evaluations.runs.per-project", "3",
            "sightline.evaluations.runs.per-minute", "5",
            "sightline.evaluations.runs.lease", "60s",
            "sightline.evaluations.runs.max-attempts", "2"));

    private int project;

    @BeforeAll
    static void open() {
        String url = TestServers.get().database(NAME);
        Flyway.configure()
                .dataSource("jdbc:" + url, NAME, NAME)
                .locations("db/shared", "db/migration")
                .load()
                .migrate();
        vertx = Vertx.vertx();
        pool = PgBuilder.pool()
                .connectingTo(PgConnectOptions.fromUri(url).setUser(NAME).setPassword(NAME))
                .with(new PoolOptions().setMaxSize(4))
                .using(vertx)
                .build();
    }

    @AfterAll
    static void close() {
        awaited(pool.close());
        vertx.closeAndAwait();
    }

    @BeforeEach
    void ownProject() {
        project = ++projects;
    }

    @Test
    void takesNoMoreOfAProjectThanMayBeUnderWay() {
        start(8);

        assertEquals(3, take(NOON, 64).size());
        assertEquals(0, take(NOON, 64).size());
    }

    @Test
    void takesNoMoreOfAProjectThanMayBeginInAMinute() {
        start(8);
        take(NOON, 3);
        awaited(pool.query("update evaluation_run set status = 'succeeded' where status = 'running'")
                .execute());

        assertEquals(2, take(NOON.plusSeconds(30), 64).size());
        assertEquals(0, take(NOON.plusSeconds(31), 64).size());
        assertEquals(1, take(NOON.plusSeconds(61), 64).size());
    }

    @Test
    void takesNoMoreThanThereArePlaces() {
        start(8);

        assertEquals(2, take(NOON, 2).size());
    }

    @Test
    void letsNoProjectWaitForAnother() {
        start(8);
        take(NOON, 64);
        project = ++projects;
        start(1);

        assertEquals(1, take(NOON, 64).size());
    }

    @Test
    void takesWhatPeopleAskedForFirst() {
        NewRun automatic = NewRun.automatic(evaluation(), target());
        NewRun manual = NewRun.manual(evaluation(), target(), NOON);
        start(List.of(automatic));
        start(List.of(manual));

        assertEquals(manual.id(), take(NOON, 1).get(0).id());
    }

    @Test
    void takesAgainWhatItsWorkerLost() {
        start(1);
        Run first = take(NOON, 1).get(0);

        assertEquals(0, take(NOON.plusSeconds(59), 1).size());
        awaited(queue(NOON.plusSeconds(59)).extend(first));
        assertEquals(0, take(NOON.plusSeconds(61), 1).size());
        Run second = take(NOON.plusSeconds(120), 1).get(0);
        assertEquals(first.id(), second.id());
        assertEquals(2, second.attempts());
        awaited(queue(NOON.plusSeconds(130)).extend(first));
        assertEquals(0, take(NOON.plusSeconds(181), 1).size(), "it was lost too often");
        assertEquals(List.of(second), awaited(queue(NOON.plusSeconds(181)).hopeless(project)));
    }

    @Test
    void takesSoonAgainWhatWasGivenBack() {
        start(1);
        Run run = take(NOON, 1).get(0);

        awaited(queue(NOON).giveBack(run));

        assertEquals(1, take(NOON.plusSeconds(6), 1).size());
    }

    @Test
    void knowsWhoHasSomethingToDo() {
        start(1);
        int busy = project;
        project = ++projects;

        List<Integer> found = awaited(queue(NOON).busyProjects());

        assertTrue(found.contains(busy));
        assertFalse(found.contains(project));
    }

    private void start(int count) {
        start(IntStream.range(0, count)
                .mapToObj(i -> NewRun.manual(evaluation(), target(), NOON))
                .toList());
    }

    private void start(List<NewRun> runs) {
        assertEquals(
                runs.size(),
                awaited(new RunStarter(pool, new Outbox(), Clock.fixed(NOON, ZoneOffset.UTC)).start(runs)));
    }

    private List<Run> take(Instant now, int places) {
        return awaited(queue(now).take(project, places));
    }

    private RunQueue queue(Instant now) {
        return new RunQueue(pool, config, Clock.fixed(now, ZoneOffset.UTC));
    }

    private Evaluation evaluation() {
        return new Evaluation(
                project,
                UuidV7.next(),
                "n",
                "",
                new Evaluation.State(Status.ACTIVE, null, null, false),
                new Criteria.Coded("return true", "[]", false),
                List.of(),
                Optional.empty(),
                new Evaluation.Made(1, NOON, NOON),
                1);
    }

    private static Target target() {
        return new Target(UUID.randomUUID(), "$ai_generation", LocalDate.parse("2026-11-21"));
    }

    private static RunConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(RunConfig.class)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(RunConfig.class);
    }

    private static <T> T awaited(Uni<T> what) {
        return what.await().atMost(Duration.ofSeconds(20));
    }
}
