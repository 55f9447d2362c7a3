package dev.sightline.servers;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Talks to one topic of a broker, always as a member of the same group. */
record Broker(int port) {

    private static final String TOPIC = "letters";

    static Broker at(int port) {
        return new Broker(port);
    }

    void createTopic() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
        }
    }

    void send(byte[] value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", servers(), "max.request.size", 33 << 20);
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, value)).get();
        }
    }

    /** The first record the group has not seen, which it then has. */
    String next() {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", servers(), "group.id", "readers", "auto.offset.reset", "earliest");
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            return new String(poll(consumer).value());
        }
    }

    private static ConsumerRecord<byte[], byte[]> poll(Consumer<byte[], byte[]> consumer) {
        for (int attempt = 0; attempt < 20; attempt++) {
            for (ConsumerRecord<byte[], byte[]> found : consumer.poll(Duration.ofSeconds(1))) {
                consumer.commitSync();
                return found;
            }
        }
        throw new AssertionError("no record came");
    }

    private String servers() {
        return "127.0.0.1:" + port;
    }
}
