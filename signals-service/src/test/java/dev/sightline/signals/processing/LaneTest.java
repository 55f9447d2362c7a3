package dev.sightline.signals.processing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.event.SignalEmitted;
import dev.sightline.event.Topic;
import dev.sightline.signals.processing.Lanes.Claim;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import dev.sightline.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class LaneTest {

    private final int project = TestDirectory.newProject().id();

    @Inject
    Intake intake;

    @Inject
    Lanes lanes;

    @Inject
    Matching matching;

    @Inject
    Bookkeeping bookkeeping;

    @Inject
    Pool pool;

    private Stored stored;

    @BeforeEach
    void look() {
        stored = new Stored(pool, project);
    }

    @Test
    void aReplicaThatLostItsLeaseChangesNothingAndTheNextOneFinishes() {
        heldByAnother();
        take(Emitted.deadCouponButton(project));
        Claim claim = new Claim(project, 0);
        List<Waiting> batch = lanes.next(project).await().indefinitely();
        List<Decided> decided = matching.decide(claim, batch).await().indefinitely();

        assertThrows(LeaseLost.class, () -> lanes.settle(claim, batch, tx -> bookkeeping.store(tx, project, decided))
                .await()
                .indefinitely());

        assertEquals(0, stored.signals());
        assertEquals(0, stored.reports());
        assertEquals(2, stored.waiting());
        stored.execute("update lane set lease_until = now() where project_id = $1");
        await().untilAsserted(() -> assertEquals(2, stored.signals()));
        assertEquals(0, stored.miscounted());
    }

    @Test
    void aFailureAtTheEndOfTheTransactionUndoesItsBeginning() {
        stored.execute("insert into lane (project_id, paused_until) values ($1, now() + interval '1 hour')");
        take(Emitted.deadCouponButton(project));
        Claim claim = new Claim(project, 0);
        List<Waiting> batch = lanes.next(project).await().indefinitely();
        List<Decided> decided = matching.decide(claim, batch).await().indefinitely();

        assertThrows(IllegalStateException.class, () -> lanes.settle(claim, batch, tx -> bookkeeping
                        .store(tx, project, decided)
                        .flatMap(done -> Uni.createFrom().<Void>failure(new IllegalStateException("killed"))))
                .await()
                .indefinitely());

        assertEquals(0, stored.signals());
        assertEquals(0, stored.reports());
        assertEquals(2, stored.waiting());
    }

    @Test
    void aSignalThatCannotBeStoredBecomesADeadLetterAndItsNeighboursGoOn() {
        SignalEmitted poison = Emitted.finding(project, "poison", "A text that no database takes: \u0000", 0.5);
        List<SignalEmitted> good = Emitted.deadCouponButton(project);

        take(List.of(good.get(0), poison, good.get(1)));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertEquals(0, stored.waiting());
            assertEquals(2, stored.signals());
        });
        try (TopicReader letters = TopicReader.of(Topic.SIGNALS_EMITTED.deadLetters())) {
            String key = String.valueOf(project);
            await().untilAsserted(() -> assertEquals(1, letters.records(key).size()));
            Header reason = letters.records(key).get(0).headers().lastHeader("dlq_reason");
            assertTrue(new String(reason.value(), UTF_8).contains("0x00"));
        }
        assertEquals(0, stored.miscounted());
    }

    private void heldByAnother() {
        stored.execute("""
                insert into lane (project_id, owner, lease_until)
                values ($1, gen_random_uuid(), now() + interval '1 hour')""");
    }

    private void take(List<SignalEmitted> signals) {
        intake.take(signals).await().indefinitely();
    }
}
