package dev.sightline.messaging;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.json.Json;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestTopics;
import dev.sightline.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class RelayTest {

    private RelayBench bench;
    private String topic;
    private TopicReader reader;

    @BeforeEach
    void open() {
        bench = new RelayBench(Map.of("sightline.outbox.poll", "1h"));
        topic = TestTopics.create("notes", 4);
        reader = TopicReader.of(topic);
    }

    @AfterEach
    void close() {
        reader.close();
        bench.close();
    }

    @Test
    void publishesWithTheAttributesOfCloudEvents() {
        OutboxMessage message = Note.message(topic, "a", 1);
        bench.append(List.of(message));

        RelayBench.await(bench.relay().turn());

        ConsumerRecord<String, byte[]> record = reader.records("a").get(0);
        assertEquals(new Note("a", 1, "said"), Json.read(new String(record.value()), Note.class));
        assertEquals(message.id().toString(), Envelope.text(record.headers(), "ce_id"));
        assertEquals("dev.sightline.note.v1", Envelope.text(record.headers(), "ce_type"));
        assertEquals("sightline/bench", Envelope.text(record.headers(), "ce_source"));
        assertEquals("1.0", Envelope.text(record.headers(), "ce_specversion"));
        assertEquals("application/json", Envelope.text(record.headers(), "content-type"));
        assertTrue(Envelope.text(record.headers(), "ce_time").endsWith("Z"));
        assertEquals(0, bench.number("select count(*) from outbox"));
    }

    @Test
    void aTurnTellsWhetherMoreMayWait() {
        bench.append(Note.messages(topic, "a", 5));
        assertFalse(RelayBench.await(bench.relay().turn()).rest());

        IntStream.range(0, 40).forEach(key -> bench.append(Note.messages(topic, "key" + key, 1)));
        assertTrue(RelayBench.await(bench.relay().turn()).rest());
    }

    @Test
    void aCommitWakesTheRelayAndARollbackPublishesNothing() {
        bench.startRelay();
        RelayBench.await(bench.pool().getConnection().chain(this::appendAndRollBack));
        bench.append(Note.messages(topic, "committed", 1));

        await().untilAsserted(() -> assertEquals(1, reader.records("committed").size()));

        assertEquals(List.of(), reader.records("rolled back"));
        assertEquals(0, bench.number("select count(*) from outbox"));
    }

    private Uni<Void> appendAndRollBack(SqlConnection connection) {
        return connection
                .begin()
                .chain(transaction -> new Outbox()
                        .append(connection, Note.messages(topic, "rolled back", 3))
                        .chain(transaction::rollback))
                .eventually(connection::close);
    }

    @Test
    void threeRelaysKeepTheOrderOfEachKeyAndLoseNothing() {
        int keys = 40;
        int perKey = 50;
        IntStream.range(0, 3).forEach(number -> bench.startRelay());

        IntStream.range(0, keys).parallel().forEach(key -> appendOneByOne("key" + key, perKey));

        await().untilAsserted(() ->
                assertEquals(keys * perKey, reader.records(record -> true).size()));
        List<Integer> expected = IntStream.range(0, perKey).boxed().toList();
        IntStream.range(0, keys).forEach(key -> assertEquals(expected, numbers("key" + key)));
    }

    private void appendOneByOne(String key, int count) {
        Random random = new Random(key.hashCode());
        int next = 0;
        while (next < count) {
            int many = Math.min(count - next, 1 + random.nextInt(4));
            int first = next;
            bench.append(IntStream.range(first, first + many)
                    .mapToObj(number -> Note.message(topic, key, number))
                    .toList());
            next += many;
        }
    }

    private List<Integer> numbers(String key) {
        return reader.records(key).stream()
                .map(record -> Json.read(new String(record.value()), Note.class).number())
                .toList();
    }

    @Test
    void aCrashBeforeTheDeleteRepeatsTheMessagesWithTheirIdentities() {
        bench.append(Note.messages(topic, "a", 5));
        SqlConnection blocker = RelayBench.await(bench.pool().getConnection());
        RelayBench.await(blocker.begin()
                .chain(() -> blocker.query("select from outbox for update").execute()));
        bench.startRelay();
        await().untilAsserted(() -> assertEquals(5, reader.records("a").size()));

        await().until(() -> bench.number(TERMINATE_DELETES) == 1);
        RelayBench.await(blocker.close());

        await().untilAsserted(() -> assertEquals(0, bench.number("select count(*) from outbox")));
        assertEquals(List.of(0, 1, 2, 3, 4, 0, 1, 2, 3, 4), numbers("a"));
        assertEquals(ids("a").subList(0, 5), ids("a").subList(5, 10));
    }

    private static final String TERMINATE_DELETES = """
            select count(pg_terminate_backend(pid)) from pg_stat_activity
            where wait_event_type = 'Lock' and query like 'delete from outbox%' and datname = current_database()
            """;

    private List<String> ids(String key) {
        return reader.records(key).stream()
                .map(record -> Envelope.text(record.headers(), "ce_id"))
                .toList();
    }

    @Test
    void aMessageTheBrokerRefusesLeavesItsNeighboursAlone() {
        OutboxMessage huge = Note.message(topic, new Note("a", 1, "x".repeat(36 << 20)));
        bench.append(List.of(Note.message(topic, "a", 0), huge, Note.message(topic, "a", 2)));
        bench.startRelay();

        await().untilAsserted(() -> assertEquals(List.of(0, 2), numbers("a")));

        await().untilAsserted(() -> assertEquals(0, bench.number("select count(*) from outbox")));
        assertEquals(36 << 20, bench.number("select length(payload::json ->> 'text') from outbox_refused"));
        ConsumerRecord<String, byte[]> letter = deadLetters("a").get(0);
        assertEquals(huge.id().toString(), Envelope.text(letter.headers(), "ce_id"));
        assertTrue(Envelope.text(letter.headers(), "dlq_reason").startsWith("RecordTooLargeException"));
        assertTrue(Envelope.text(letter.headers(), "dlq_reference").startsWith("outbox_refused "));
        assertEquals(topic, Envelope.text(letter.headers(), "dlq_topic"));
    }

    private List<ConsumerRecord<String, byte[]>> deadLetters(String key) {
        try (TopicReader letters = TopicReader.of(topic + ".dlq")) {
            return await().until(() -> letters.records(key), found -> !found.isEmpty());
        }
    }
}
