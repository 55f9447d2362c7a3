package dev.sightline.signals.processing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sightline.event.MessageType;
import dev.sightline.event.SignalEmitted;
import dev.sightline.json.Json;
import dev.sightline.testing.TestServers;
import dev.sightline.time.UuidV7;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Signals as records of their topic, for tests. */
final class EmittedRecords {

    static final String TOPIC = "signals.emitted";
    private static final byte[] TYPE =
            SignalEmitted.class.getAnnotation(MessageType.class).value().getBytes(UTF_8);

    private EmittedRecords() {}

    static List<ProducerRecord<String, byte[]>> of(List<SignalEmitted> signals) {
        return signals.stream().map(EmittedRecords::of).toList();
    }

    private static ProducerRecord<String, byte[]> of(SignalEmitted signal) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                TOPIC, String.valueOf(signal.projectId()), Json.write(signal).getBytes(UTF_8));
        record.headers().add("ce_id", UuidV7.next().toString().getBytes(UTF_8));
        record.headers().add("ce_type", TYPE);
        return record;
    }

    /** Returns when the broker has them. */
    static void send(List<ProducerRecord<String, byte[]>> records) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", TestServers.get().bootstrapServers(), "linger.ms", 20, "compression.type", "lz4");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            records.forEach(producer::send);
        }
    }
}
