package dev.sightline.signals.processing;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.sightline.signals.Inbox;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class ProcessingApiTest {

    private final Inbox inbox = new Inbox(TestDirectory.newProject());

    @Inject
    Pool pool;

    @Test
    void aPauseHoldsGroupingAndLosesNothing() {
        String until =
                Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.SECONDS).toString();
        inbox.put("processing/pause", Map.of("timestamp", until))
                .then()
                .statusCode(200)
                .body("status", equalTo("paused"))
                .body("paused_until", equalTo(until));
        inbox.emit("Rage clicks on 'Pay' at /checkout\nNothing happened.");
        awaitWaiting(1);

        inbox.get("reports").then().body("count", equalTo(0));
        inbox.get("processing")
                .then()
                .body("count", equalTo(1))
                .body("results[0].paused_until", equalTo(until))
                .body("paused_until", equalTo(until));

        inbox.asMember()
                .delete(inbox.path("processing/pause"))
                .then()
                .statusCode(200)
                .body("status", equalTo("unpaused"))
                .body("paused_until", nullValue())
                .body("was_paused", equalTo(true));
        inbox.awaitReport("ready");
    }

    @Test
    void resumingWhatGoesOnIsNoError() {
        inbox.asMember()
                .delete(inbox.path("processing/pause"))
                .then()
                .statusCode(200)
                .body("was_paused", equalTo(false));
        inbox.get("processing").then().body("results[0].paused_until", nullValue());
        inbox.get("processing?offset=1").then().body("results.size()", equalTo(0));
    }

    private void awaitWaiting(long signals) {
        Awaitility.await()
                .untilAsserted(() -> Assertions.assertEquals(
                        signals,
                        pool.preparedQuery("select count(*) from pending_signal where project_id = $1")
                                .execute(Tuple.of(inbox.project().id()))
                                .await()
                                .indefinitely()
                                .iterator()
                                .next()
                                .getLong(0)));
    }
}
