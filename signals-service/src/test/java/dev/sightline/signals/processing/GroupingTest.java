package dev.sightline.signals.processing;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.event.SignalEmitted;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class GroupingTest {

    @Inject
    Intake intake;

    @Inject
    Pool pool;

    private final int project = TestDirectory.newProject().id();

    @Test
    void signalsAboutOneThingBecomeOneReport() {
        take(Emitted.deadCouponButton(project));

        awaitSignals(2);
        List<Row> reports = reports();
        assertEquals(1, reports.size());
        assertEquals(2, reports.get(0).getInteger("signal_count"));
        assertEquals(1.0, reports.get(0).getDouble("total_weight"));
        assertTrue(reports.get(0).getString("title").contains("Rage clicks on 'Apply coupon' at /cart"));
    }

    @Test
    void signalsAboutOtherThingsDoNot() {
        take(Emitted.deadCouponButton(project));
        take(List.of(Emitted.finding(
                project,
                "observation:9:0",
                "Export of invoices times out\nThe PDF never arrives in accounting.",
                0.2)));

        awaitSignals(3);
        assertEquals(2, reports().size());
    }

    @Test
    void aSignalThatComesTwiceIsKeptOnce() {
        List<SignalEmitted> signals = Emitted.deadCouponButton(project);
        take(signals);
        take(signals);
        awaitSignals(2);

        take(signals);
        take(Emitted.deadCouponButton(project));

        assertEquals(0, count("select count(*) from pending_signal where project_id = $1"));
        assertEquals(2, reports().get(0).getInteger("signal_count"));
    }

    @Test
    void aSwitchedOffSourceIsDroppedSilently() {
        take(List.of(Emitted.githubIssue(project, "1", "Something")));

        assertEquals(0, count("select count(*) from pending_signal where project_id = $1"));
    }

    private void take(List<SignalEmitted> signals) {
        intake.take(signals).await().indefinitely();
    }

    private void awaitSignals(int expected) {
        await().untilAsserted(() ->
                assertEquals(expected, count("select count(*) from signal where project_id = $1 and not deleted")));
        assertTrue(count("select count(*) from lane where project_id = $1 and pending = 0 and due_at is null") == 1);
    }

    private List<Row> reports() {
        return StreamSupport.stream(
                        pool.preparedQuery("select * from report where project_id = $1 order by created_at")
                                .execute(Tuple.of(project))
                                .await()
                                .indefinitely()
                                .spliterator(),
                        false)
                .toList();
    }

    private long count(String sql) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(project))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }
}
