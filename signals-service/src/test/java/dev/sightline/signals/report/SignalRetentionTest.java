package dev.sightline.signals.report;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.sightline.signals.Inbox;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class SignalRetentionTest {

    private final Inbox inbox = new Inbox(TestDirectory.newProject());

    @Inject
    SignalRetention retention;

    @Inject
    Pool pool;

    @Test
    void signalsLeaveAfterThreeMonthsAndTheirReportStays() {
        UUID report = inbox.readyReport();
        age(91);

        retention.expire().await().indefinitely();

        inbox.get("reports/" + report + "/signals").then().statusCode(200).body("signals", hasSize(0));
        inbox.get("reports/" + report)
                .then()
                .body("signal_count", equalTo(1))
                .body("total_weight", equalTo(1.0f))
                .body("source_products", empty());
    }

    @Test
    void youngerSignalsStay() {
        UUID report = inbox.readyReport();
        age(89);

        retention.expire().await().indefinitely();

        inbox.get("reports/" + report + "/signals").then().body("signals", hasSize(1));
        inbox.get("reports/" + report).then().body("source_products", contains("replay_vision"));
    }

    private void age(int days) {
        pool.preparedQuery("update signal set emitted_at = now() - $2 * interval '1 day' where project_id = $1")
                .execute(Tuple.of(inbox.project().id(), days))
                .await()
                .indefinitely();
    }
}
