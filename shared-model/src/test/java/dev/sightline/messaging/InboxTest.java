package dev.sightline.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sightline.testing.ServersResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class InboxTest {

    @Inject
    Inbox inbox;

    @Inject
    InboxRetention retention;

    @Inject
    Pool pool;

    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();

    @Test
    void aMessageHasOneFirstTimeForEachConsumer() {
        assertEquals(true, firstTime("recorder", first));
        assertEquals(false, firstTime("recorder", first));
        assertEquals(true, firstTime("scheduler", first));
    }

    @Test
    void aRolledBackEffectLeavesTheMessageUnapplied() {
        Uni<Void> failing = pool.withTransaction(transaction -> inbox.firstTime(transaction, "recorder", first)
                .chain(() -> Uni.createFrom().failure(new IllegalStateException("effect failed"))));
        assertThrows(IllegalStateException.class, () -> RelayBench.await(failing));

        assertEquals(true, firstTime("recorder", first));
    }

    @Test
    void ofABatchOnlyTheNewOnesReturn() {
        firstTime("recorder", first);

        Set<UUID> fresh = RelayBench.await(pool.withTransaction(
                transaction -> inbox.firstTimes(transaction, "recorder", List.of(first, second, second))));

        assertEquals(Set.of(second), fresh);
    }

    @Test
    void retentionForgetsTheOldAndKeepsTheYoung() {
        firstTime("old", first);
        firstTime("young", second);
        RelayBench.await(
                pool.preparedQuery("update inbox set applied_at = now() - interval '15 days' where message_id = $1")
                        .execute(Tuple.of(first)));

        RelayBench.await(retention.forget());

        assertEquals(true, firstTime("old", first));
        assertEquals(false, firstTime("young", second));
    }

    private boolean firstTime(String consumer, UUID id) {
        return RelayBench.await(pool.withTransaction(transaction -> inbox.firstTime(transaction, consumer, id)));
    }
}
