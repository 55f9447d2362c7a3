package dev.sightline.messaging;

import dev.sightline.event.Topic;
import dev.sightline.json.Json;
import dev.sightline.time.Timestamps;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * A record for the dead-letter queue of a topic: key, value and headers of the original, and in further headers why, from
 * where and when it was put aside.
 */
final class DeadLetter {

    static final String REASON = "dlq_reason";
    static final String TOPIC = "dlq_topic";
    static final String PARTITION = "dlq_partition";
    static final String OFFSET = "dlq_offset";
    static final String TIME = "dlq_time";

    /** Present when the value is not the message but says where that is kept. */
    static final String REFERENCE = "dlq_reference";

    private static final int REASON_CHARACTERS = 500;

    private DeadLetter() {}

    /** The letter of a record that a consumer could not apply. */
    static ProducerRecord<String, byte[]> of(ConsumerRecord<String, byte[]> record, Throwable reason, Instant now) {
        return letter(record.topic(), record.key(), record.value(), headers(record, reason, now));
    }

    /** The letter of a message that was taken from its topic some time ago. */
    static ProducerRecord<String, byte[]> of(ProducerRecord<String, byte[]> record, Throwable reason, Instant now) {
        Headers headers = new RecordHeaders(record.headers());
        describe(headers, record.topic(), reason, now);
        return letter(record.topic(), record.key(), record.value(), headers);
    }

    /** The same without the message, for a queue that refuses it; the source topic has it as long as it retains it. */
    static ProducerRecord<String, byte[]> reference(
            ConsumerRecord<String, byte[]> record, Throwable reason, Instant now) {
        Headers headers = headers(record, reason, now);
        Envelope.put(headers, REFERENCE, "topic");
        return letter(record.topic(), record.key(), size(record.value()), headers);
    }

    /** The letter of a message that the broker refused; it stays in the table {@code outbox_refused}. */
    static ProducerRecord<String, byte[]> reference(Turn.Refusal refusal, Instant now) {
        ProducerRecord<String, byte[]> record = refusal.row().record();
        Headers headers = new RecordHeaders(record.headers());
        describe(headers, record.topic(), refusal.reason(), now);
        Envelope.put(headers, REFERENCE, "outbox_refused " + refusal.row().position());
        return letter(record.topic(), record.key(), size(record.value()), headers);
    }

    /** What the header says of a failure: its kind and its message, cut. */
    static String text(Throwable reason) {
        String text = reason.getClass().getSimpleName() + ": " + reason.getMessage();
        return text.substring(0, Math.min(text.length(), REASON_CHARACTERS));
    }

    private static Headers headers(ConsumerRecord<String, byte[]> record, Throwable reason, Instant now) {
        Headers headers = new RecordHeaders(record.headers());
        describe(headers, record.topic(), reason, now);
        Envelope.put(headers, PARTITION, String.valueOf(record.partition()));
        Envelope.put(headers, OFFSET, String.valueOf(record.offset()));
        return headers;
    }

    private static void describe(Headers headers, String topic, Throwable reason, Instant now) {
        Envelope.put(headers, REASON, text(reason));
        Envelope.put(headers, TOPIC, topic);
        Envelope.put(headers, TIME, Timestamps.print(now));
    }

    private static ProducerRecord<String, byte[]> letter(String topic, String key, byte[] value, Headers headers) {
        return new ProducerRecord<>(Topic.deadLettersOf(topic), null, key, value, headers);
    }

    private static byte[] size(byte[] value) {
        return Json.write(Map.of("bytes", value.length)).getBytes(StandardCharsets.UTF_8);
    }
}
