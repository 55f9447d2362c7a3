package dev.sightline.messaging;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestTopics;
import dev.sightline.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class OutboxTest {

    @Inject
    Outbox outbox;

    @Inject
    Pool pool;

    @Inject
    Mutiny.SessionFactory sessions;

    private String topic;
    private TopicReader reader;

    @BeforeEach
    void open() {
        topic = TestTopics.create("outbox", 2);
        reader = TopicReader.of(topic);
    }

    @AfterEach
    void close() {
        reader.close();
    }

    @Test
    void theServicesRelayPublishesWhatAConnectionAppended() {
        RelayBench.await(
                pool.withTransaction(transaction -> outbox.append(transaction, Note.messages(topic, "connection", 3))));

        await().untilAsserted(() -> assertEquals(3, identities("connection").size()));
    }

    @Test
    void theServicesRelayPublishesWhatASessionAppended() {
        RelayBench.await(
                sessions.withTransaction(session -> outbox.append(session, Note.messages(topic, "session", 3))));

        await().untilAsserted(() -> assertEquals(3, identities("session").size()));
    }

    @Test
    void aFailedTransactionOfASessionPublishesNothing() {
        Uni<Void> failing =
                sessions.withTransaction(session -> outbox.append(session, Note.messages(topic, "failed", 1))
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("no"))));
        assertThrows(IllegalStateException.class, () -> RelayBench.await(failing));

        RelayBench.await(sessions.withTransaction(session -> outbox.append(session, Note.messages(topic, "later", 1))));

        await().untilAsserted(() -> assertEquals(1, identities("later").size()));
        assertEquals(List.of(), reader.records("failed"));
    }

    private Set<String> identities(String key) {
        return reader.records(key).stream()
                .map(record -> Envelope.text(record.headers(), "ce_id"))
                .collect(Collectors.toSet());
    }

    @Test
    void noMessagesAreNoWork() {
        RelayBench.await(pool.withTransaction(transaction -> outbox.append(transaction, List.of())));
    }
}
