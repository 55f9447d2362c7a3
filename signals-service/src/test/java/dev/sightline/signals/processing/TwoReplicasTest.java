package dev.sightline.signals.processing;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.event.SignalEmitted;
import dev.sightline.model.Embedder;
import dev.sightline.signals.processing.Lanes.Claim;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two replicas on one database: a lane goes from one to the other in the middle of its work. */
@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class TwoReplicasTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int BUTTONS = 7;

    private final int project = TestDirectory.newProject().id();

    @Inject
    Intake intake;

    @Inject
    Embedder embedder;

    @Inject
    Pool pool;

    private Stored stored;

    @BeforeEach
    void look() {
        stored = new Stored(pool, project);
    }

    @Test
    void aLeaseLostInTheMiddleOfABatchLeavesItToTheOther() {
        CompletableFuture<Void> begun = new CompletableFuture<>();
        CompletableFuture<Void> embedded = new CompletableFuture<>();
        Embedder waiting = late(() -> {
            begun.complete(null);
            return Uni.createFrom().completionStage(embedded);
        });
        try (SecondReplica slow = new SecondReplica(waiting, Duration.ofSeconds(30))) {
            slow.intake.take(signals(0, 10)).await().indefinitely();
            Uni<Void> round = slow.round.run(new Claim(project, 0)).memoize().indefinitely();
            round.subscribe().with(done -> {});
            await().atMost(PATIENCE).until(begun::isDone);

            lane("lease_until = now()");
            awaitSignals(10);
            embedded.complete(null);

            round.await().atMost(PATIENCE);
        }
        assertWhole(10);
    }

    @Test
    void aLaneThatGoesToAndFroLosesNothingDoublesNothingAndKeepsItsGroups() {
        int chunks = 20;
        try (SecondReplica other = new SecondReplica(
                        late(() ->
                                Uni.createFrom().voidItem().onItem().delayIt().by(Duration.ofMillis(30))),
                        Duration.ofMillis(400))
                .start()) {
            for (int chunk = 0; chunk < chunks; chunk++) {
                Intake taking = chunk % 2 == 0 ? intake : other.intake;
                taking.take(signals(chunk * 10, 10)).await().indefinitely();
                int reached = chunk * 5;
                await().atMost(PATIENCE).until(() -> stored.signals() >= reached);
                lane("lease_until = now()");
            }
            awaitSignals(chunks * 10);
        }
        assertTrue(stored.count("select epoch from lane where project_id = $1") >= 3, "The lane stayed where it was");
        assertWhole(chunks * 10);
    }

    private void lane(String change) {
        stored.execute("update lane set " + change + " where project_id = $1");
    }

    private List<SignalEmitted> signals(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> Emitted.finding(
                        project,
                        "observation:" + i,
                        "Dead click on 'Button %1$d' at /page-%1$d".formatted(i % BUTTONS),
                        0.01))
                .toList();
    }

    private void awaitSignals(int expected) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertEquals(expected, stored.signals());
            assertEquals(0, stored.waiting());
        });
    }

    /** Every signal once, in as many reports as there are things to report, which count right. */
    private void assertWhole(int signals) {
        assertEquals(signals, stored.signals());
        assertEquals(signals, stored.distinctSources());
        assertEquals(BUTTONS, stored.reports());
        assertEquals(0, stored.miscounted());
        assertEquals(0, stored.orphans());
        assertEquals(0, stored.mistallied());
        assertEquals(0, stored.count("select pending from lane where project_id = $1"));
    }

    /** The service's embedder, which answers only after something else has. */
    private Embedder late(Supplier<Uni<? extends Void>> first) {
        return new Embedder() {
            @Override
            public String name() {
                return embedder.name();
            }

            @Override
            public int dimensions() {
                return embedder.dimensions();
            }

            @Override
            public Uni<List<float[]>> embed(List<String> texts) {
                return Uni.createFrom().deferred(first).flatMap(done -> embedder.embed(texts));
            }
        };
    }
}
