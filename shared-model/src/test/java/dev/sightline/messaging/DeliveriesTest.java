package dev.sightline.messaging;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.json.Json;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestServers;
import dev.sightline.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServersResource.class)
@QuarkusTestResource(LettersResource.class)
class DeliveriesTest {

    @Inject
    LetterBox box;

    @Inject
    Publisher publisher;

    @Inject
    Inbox inbox;

    @Inject
    Pool pool;

    @ConfigProperty(name = "mp.messaging.incoming.letters.topic")
    String letters;

    @ConfigProperty(name = "mp.messaging.incoming.letter-batches.topic")
    String batches;

    TestServers servers;

    private final String key = UUID.randomUUID().toString();
    private final List<Integer> applied = Collections.synchronizedList(new ArrayList<>());

    @Test
    void aMessageArrivesWithItsIdentity() {
        List<Delivery> arrived = Collections.synchronizedList(new ArrayList<>());
        box.on(key, delivery -> Uni.createFrom().voidItem().invoke(() -> arrived.add(delivery)));
        OutboxMessage message = Note.message(letters, key, 7);

        send(message);

        await().until(() -> arrived.size() == 1);
        assertEquals(message.id(), arrived.get(0).id());
        assertEquals(message.type(), arrived.get(0).type());
        assertEquals(new Note(key, 7, "said"), arrived.get(0).payload(Note.class));
        assertEquals(7, arrived.get(0).payload().get("number").intValue());
    }

    @Test
    void aMessageThatMustWaitIsTriedAgainAndNotAcknowledgedMeanwhile() {
        AtomicInteger attempts = new AtomicInteger();
        AtomicInteger acknowledged = new AtomicInteger();
        box.on(key, delivery -> Uni.createFrom().voidItem().invoke(() -> {
            acknowledged.set(acknowledgedRecords());
            failBefore(5, attempts);
        }));
        int before = endOfLetters();

        send(Note.message(letters, key, 1));

        await().until(() -> acknowledgedRecords() == before + 1);
        assertEquals(5, attempts.get());
        assertEquals(before, acknowledged.get());
    }

    private static void failBefore(int success, AtomicInteger attempts) {
        if (attempts.incrementAndGet() < success) {
            throw new RetryLaterException("not yet", null);
        }
    }

    @Test
    void everyAttemptRunsOnTheContextOfTheMessage() {
        Set<Object> contexts = Collections.synchronizedSet(new HashSet<>());
        AtomicInteger attempts = new AtomicInteger();
        box.on(key, delivery -> Uni.createFrom().voidItem().invoke(() -> {
            contexts.add(Vertx.currentContext());
            failBefore(3, attempts);
        }));

        send(Note.message(letters, key, 1));

        await().until(() -> attempts.get() == 3);
        assertEquals(1, contexts.size());
    }

    @Test
    void poisonGoesToTheDeadLettersAndItsNeighboursProceed() {
        AtomicInteger attempts = new AtomicInteger();
        box.on(key, delivery -> apply(delivery, 1, attempts));
        OutboxMessage poison = Note.message(letters, key, 1);

        send(Note.message(letters, key, 0), poison, Note.message(letters, key, 2));

        await().untilAsserted(() -> assertEquals(List.of(0, 2), applied));
        assertEquals(3, attempts.get());
        ConsumerRecord<String, byte[]> letter = deadLetter(letters, key);
        assertEquals(new Note(key, 1, "said"), Json.read(new String(letter.value()), Note.class));
        assertEquals(poison.id().toString(), Envelope.text(letter.headers(), "ce_id"));
        assertEquals("IllegalStateException: poison", Envelope.text(letter.headers(), "dlq_reason"));
        assertEquals(letters, Envelope.text(letter.headers(), "dlq_topic"));
        assertEquals("0", Envelope.text(letter.headers(), "dlq_partition"));
        assertTrue(Envelope.text(letter.headers(), "dlq_offset").matches("\\d+"));
        assertTrue(Envelope.text(letter.headers(), "dlq_time").endsWith("Z"));
    }

    private Uni<Void> apply(Delivery delivery, int poison, AtomicInteger attempts) {
        int number = delivery.payload(Note.class).number();
        if (number == poison) {
            attempts.incrementAndGet();
            return Uni.createFrom().failure(new IllegalStateException("poison"));
        }
        return Uni.createFrom().voidItem().invoke(() -> applied.add(number));
    }

    @Test
    void aBatchWithPoisonIsAppliedOneByOne() {
        box.on(key, delivery -> apply(delivery, 3, new AtomicInteger()));

        send(Note.messages(batches, key, 6).toArray(OutboxMessage[]::new));

        await().untilAsserted(() -> assertTrue(applied.containsAll(List.of(0, 1, 2, 4, 5)), applied::toString));
        assertEquals(
                "IllegalStateException: poison",
                Envelope.text(deadLetter(batches, key).headers(), "dlq_reason"));
    }

    @Test
    void whatCannotBeReadGoesToTheDeadLettersAtOnce() {
        box.on(key, delivery -> apply(delivery, 1, new AtomicInteger()));
        RelayBench.await(publisher.publish(new ProducerRecord<>(letters, key, "no headers".getBytes())));

        send(Note.message(letters, key, 2));

        await().untilAsserted(() -> assertEquals(List.of(2), applied));
        assertEquals(
                "MalformedMessageException: The header ce_id is missing",
                Envelope.text(deadLetter(letters, key).headers(), "dlq_reason"));
    }

    @Test
    void aMessageOutlastsTheAbsenceOfTheDatabaseAndIsAppliedOnce() {
        RelayBench.await(pool.query("create table if not exists letter (key text, number int)")
                .execute());
        box.on(key, delivery -> pool.withTransaction(transaction -> store(transaction, delivery)));
        servers.postgres().stop();
        OutboxMessage message = Note.message(letters, key, 1);

        send(message, message);
        servers.postgres().start();

        int end = endOfLetters();
        await().until(() -> acknowledgedRecords() == end);
        assertEquals(
                1,
                RelayBench.await(pool.query("select count(*) from letter where key = '" + key + "'")
                                .execute())
                        .iterator()
                        .next()
                        .getInteger(0));
    }

    private Uni<Void> store(SqlConnection transaction, Delivery delivery) {
        return inbox.firstTime(transaction, "letters", delivery.id())
                .chain(first ->
                        first ? insert(transaction, delivery) : Uni.createFrom().voidItem());
    }

    private static Uni<Void> insert(SqlConnection transaction, Delivery delivery) {
        return transaction
                .query("insert into letter values ('" + delivery.key() + "', 1)")
                .execute()
                .replaceWithVoid();
    }

    private void send(OutboxMessage... messages) {
        RelayBench.await(publisher.publish(List.of(messages)));
    }

    private static ConsumerRecord<String, byte[]> deadLetter(String topic, String key) {
        try (TopicReader reader = TopicReader.of(topic + ".dlq")) {
            return await().until(() -> reader.records(key), found -> found.size() == 1)
                    .get(0);
        }
    }

    private int endOfLetters() {
        try (TopicReader reader = TopicReader.of(letters)) {
            return (int) reader.end();
        }
    }

    private int acknowledgedRecords() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers.bootstrapServers()))) {
            OffsetAndMetadata offset = admin.listConsumerGroupOffsets("letters")
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .get(new TopicPartition(letters, 0));
            return offset == null ? 0 : (int) offset.offset();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
