package dev.sightline.messaging;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestServers;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens while the broker is away, in one test because every absence costs seconds. */
@QuarkusTest
@QuarkusTestResource(ServersResource.class)
@QuarkusTestResource(LettersResource.class)
class OutageTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Outbox outbox;

    @Inject
    Publisher publisher;

    @Inject
    OutboxMetrics metrics;

    @Inject
    MeterRegistry registry;

    @Inject
    Pool pool;

    @Inject
    LetterBox box;

    @ConfigProperty(name = "mp.messaging.incoming.letters.topic")
    String letters;

    TestServers servers;

    private final String key = UUID.randomUUID().toString();
    private final List<Integer> applied = Collections.synchronizedList(new ArrayList<>());
    private final LogLines warnings = new LogLines(RelayLoop.class);

    @BeforeEach
    void stopKafka() {
        box.on(key, delivery -> Uni.createFrom()
                .voidItem()
                .invoke(() -> applied.add(delivery.payload(Note.class).number())));
        append(0);
        await().until(() -> applied.size() == 1);
        servers.kafka().stop();
    }

    @AfterEach
    void close() {
        warnings.close();
    }

    @Test
    void theOutboxKeepsWhatTheEdgeMustRefuse() {
        append(1);
        append(2);

        assertThrows(BrokerUnavailableException.class, () -> publish(3));
        given().get("/q/health/live").then().statusCode(200);
        assertTrue(oldestSeconds() > 0);
        assertEquals(2, registry.get("sightline.outbox.waiting").gauge().value());
        awaitReadiness(503);

        await().untilAsserted(() -> assertEquals(1, warnings.count("fails and is tried again")));
        servers.kafka().start();

        await().atMost(PATIENCE).untilAsserted(() -> assertEquals(List.of(0, 1, 2), withoutRepetitions()));
        await().atMost(PATIENCE).untilAsserted(() -> assertEquals(0, oldestSeconds()));
        assertEquals(1, warnings.count("works again"));
        awaitReadiness(200);
    }

    private static void awaitReadiness(int status) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(status));
    }

    private void append(int number) {
        OutboxMessage message = Note.message(letters, key, number);
        RelayBench.await(pool.withTransaction(transaction -> outbox.append(transaction, List.of(message))));
    }

    private void publish(int number) {
        RelayBench.await(publisher.publish(List.of(Note.message(letters, key, number))));
    }

    private List<Integer> withoutRepetitions() {
        return applied.stream().distinct().toList();
    }

    private double oldestSeconds() {
        RelayBench.await(metrics.measure());
        return registry.get("sightline.outbox.oldest.seconds").gauge().value();
    }
}
