package dev.sightline.signals.scout.projection;

import dev.sightline.event.MessageType;
import dev.sightline.json.Json;
import dev.sightline.testing.TestServers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What other services tell, for tests. */
public final class Broker {

    private Broker() {}

    /** A message with its identity. */
    public record Told(UUID id, String topic, String type, String key, Object payload) {

        public static Told of(UUID id, String key, Object payload) {
            MessageType type = payload.getClass().getAnnotation(MessageType.class);
            return new Told(id, type.topic().topicName(), type.value(), key, payload);
        }

        private ProducerRecord<String, byte[]> record() {
            ProducerRecord<String, byte[]> record =
                    new ProducerRecord<>(topic, key, Json.write(payload).getBytes(StandardCharsets.UTF_8));
            record.headers().add("ce_id", id.toString().getBytes(StandardCharsets.UTF_8));
            record.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
            return record;
        }
    }

    public static void send(List<Told> messages) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", TestServers.get().bootstrapServers(), "linger.ms", 5, "compression.type", "lz4");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            messages.forEach(message -> producer.send(message.record()));
        }
    }
}
