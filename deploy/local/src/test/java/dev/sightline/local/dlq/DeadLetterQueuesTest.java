package dev.sightline.local.dlq;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.servers.KafkaServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLetterQueuesTest {

    @TempDir
    static Path data;

    private static KafkaServer kafka;

    private final String topic = "signals." + UUID.randomUUID();
    private final DeadLetterQueues queues = new DeadLetterQueues(kafka.bootstrapServers());

    @BeforeAll
    static void start() throws IOException {
        kafka = KafkaServer.start(data, 0);
    }

    @AfterAll
    static void stop() throws IOException {
        kafka.close();
    }

    @BeforeEach
    void createTopics() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(newTopic(topic), newTopic(topic + ".dlq")))
                    .all()
                    .get();
        }
    }

    private static NewTopic newTopic(String name) {
        return new NewTopic(name, Optional.of(1), Optional.empty());
    }

    @Test
    void listsHowManyWaitAndWhyTheNewestDoes() throws Exception {
        put(letter("first", "2026-01-01T00:00:00Z", "IllegalStateException: old"));
        put(letter("second", "2026-01-02T00:00:00Z", "IllegalStateException: new"));

        assertEquals(
                List.of(new Waiting(topic, 2, "2026-01-02T00:00:00Z", "IllegalStateException: new")), ofThisTopic());
    }

    @Test
    void replaysEachLetterOnceAndAsItWas() throws Exception {
        put(letter("first", "2026-01-01T00:00:00Z", "IllegalStateException: old"));

        assertEquals(new Replayed(1, List.of()), queues.replay(topic));
        assertEquals(new Replayed(0, List.of()), queues.replay(topic));

        List<ConsumerRecord<byte[], byte[]>> back = read(topic);
        assertEquals(1, back.size());
        assertArrayEquals("key".getBytes(), back.get(0).key());
        assertArrayEquals("first".getBytes(), back.get(0).value());
        assertArrayEquals(
                "id".getBytes(), back.get(0).headers().lastHeader("ce_id").value());
        assertNull(back.get(0).headers().lastHeader("dlq_reason"));
        assertEquals(List.of(), ofThisTopic());
    }

    @Test
    void aReferenceIsToldAndNotSent() throws Exception {
        ProducerRecord<byte[], byte[]> reference = letter("{\"bytes\":9}", "2026-01-01T00:00:00Z", "RecordTooLarge");
        reference.headers().add("dlq_reference", "outbox_refused 7".getBytes());
        put(reference);

        Replayed replayed = queues.replay(topic + ".dlq");

        assertEquals(0, replayed.sent());
        assertTrue(replayed.references().get(0).contains("outbox_refused 7"), replayed::toString);
        assertEquals(List.of(), read(topic));
    }

    @Test
    void anUnknownTopicIsNamed() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> queues.replay("no.such.topic"));

        assertEquals(
                "The broker at " + kafka.bootstrapServers() + " has no topic no.such.topic.dlq", refusal.getMessage());
    }

    private List<Waiting> ofThisTopic() throws IOException {
        return queues.waiting().stream()
                .filter(waiting -> waiting.topic().equals(topic))
                .toList();
    }

    private ProducerRecord<byte[], byte[]> letter(String value, String time, String reason) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(topic + ".dlq", "key".getBytes(), value.getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_id", "id".getBytes());
        record.headers().add("dlq_time", time.getBytes());
        record.headers().add("dlq_reason", reason.getBytes());
        return record;
    }

    private static void put(ProducerRecord<byte[], byte[]> record) throws Exception {
        try (Producer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(record).get();
        }
    }

    /** All there is; the end is known, so nothing is waited for. */
    private static List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        TopicPartition partition = new TopicPartition(topic, 0);
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            return end == 0
                    ? List.of()
                    : StreamSupport.stream(consumer.poll(Duration.ofSeconds(10)).spliterator(), false)
                            .toList();
        }
    }
}
