package dev.sightline.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A message that arrived.
 *
 * @param id what the {@link Inbox} recognises it by
 * @param type versioned CloudEvents type; a topic may carry several, and a consumer leaves those alone it does not know
 * @param key Kafka key; messages of one key arrive in the order they were published
 * @param value JSON in UTF-8, not looked at before one of the payload methods is called
 */
public record Delivery(UUID id, String type, String topic, String key, byte[] value) {

    /**
     * What a Kafka record carries.
     *
     * @throws MalformedMessageException if its headers do not identify it or it has no value
     */
    static Delivery of(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            throw new MalformedMessageException("The record has no value", null);
        }
        return new Delivery(id(record), header(record, Envelope.TYPE), record.topic(), record.key(), record.value());
    }

    /** The message as it will arrive, for tests of what a consumer does with it. */
    public static Delivery of(OutboxMessage message) {
        byte[] value = Json.write(message.payload()).getBytes(StandardCharsets.UTF_8);
        return new Delivery(message.id(), message.type(), message.topic(), message.key(), value);
    }

    private static UUID id(ConsumerRecord<String, byte[]> record) {
        String text = header(record, Envelope.ID);
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new MalformedMessageException("The header ce_id is not a UUID", e);
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        String text = Envelope.text(record.headers(), name);
        if (text == null) {
            throw new MalformedMessageException("The header " + name + " is missing", null);
        }
        return text;
    }

    /**
     * The payload as a record of {@code dev.sightline.event}.
     *
     * @throws MalformedMessageException if it is no JSON or does not fit
     */
    public <T> T payload(Class<T> type) {
        try {
            return Json.mapper().readValue(value, type);
        } catch (IOException e) {
            throw new MalformedMessageException("The value is not a " + type.getSimpleName(), e);
        }
    }

    /**
     * The payload as a tree.
     *
     * @throws MalformedMessageException if it is no JSON
     */
    public JsonNode payload() {
        return payload(JsonNode.class);
    }
}
