package dev.sightline.messaging;

import dev.sightline.event.MessageType;
import dev.sightline.time.UuidV7;
import java.util.UUID;

/**
 * A message that must be published if, and only if, the transaction that wrote it commits.
 *
 * @param id becomes {@code ce_id}; consumers de-duplicate on it
 * @param topic Kafka topic
 * @param key Kafka key; messages of one topic and key are published in the order they were appended
 * @param type becomes {@code ce_type}
 * @param payload a record of {@code dev.sightline.event}
 */
public record OutboxMessage(UUID id, String topic, String key, String type, Object payload) {

    /** A message of the topic and type its payload's record declares. */
    public static OutboxMessage of(String key, Object payload) {
        return of(UuidV7.next(), key, payload);
    }

    /** The same with a chosen identity, for messages whose repetition must be recognised. */
    public static OutboxMessage of(UUID id, String key, Object payload) {
        MessageType type = payload.getClass().getAnnotation(MessageType.class);
        if (type == null) {
            throw new IllegalArgumentException(payload.getClass() + " has no @MessageType");
        }
        return new OutboxMessage(id, type.topic().topicName(), key, type.value(), payload);
    }
}
