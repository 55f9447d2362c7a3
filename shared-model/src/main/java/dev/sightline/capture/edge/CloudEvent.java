package dev.sightline.capture.edge;

import dev.sightline.event.MessageType;
import dev.sightline.time.Timestamps;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A message of a type, as the Kafka record that carries its CloudEvents attributes in headers. */
public record CloudEvent(UUID id, Class<?> type, String source, Instant time) {

    /** The record of a key and of the message's JSON, for the topic its type declares. */
    public ProducerRecord<String, byte[]> record(String key, byte[] json) {
        MessageType declared = type.getAnnotation(MessageType.class);
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(declared.topic().topicName(), key, json);
        record.headers()
                .add("ce_specversion", bytes("1.0"))
                .add("ce_id", bytes(id.toString()))
                .add("ce_type", bytes(declared.value()))
                .add("ce_source", bytes(source))
                .add("ce_time", bytes(Timestamps.print(time)))
                .add("content-type", bytes("application/json"));
        return record;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
