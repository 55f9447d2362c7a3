package dev.sightline.messaging;

import dev.sightline.event.MessageType;
import dev.sightline.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A message whose JSON is already written, for an edge that copies large parts of it or writes it on a worker thread.
 *
 * @param id becomes {@code ce_id}
 * @param type becomes {@code ce_type}
 * @param json the payload's JSON in UTF-8, as {@link Json} would write the record
 */
public record EncodedMessage(UUID id, String topic, String key, String type, byte[] json) {

    /** A message of the topic and type that the payload's record declares. */
    public static EncodedMessage of(UUID id, String key, Class<?> payload, byte[] json) {
        MessageType type = payload.getAnnotation(MessageType.class);
        if (type == null) {
            throw new IllegalArgumentException(payload + " has no @MessageType");
        }
        return new EncodedMessage(id, type.topic().topicName(), key, type.value(), json);
    }

    static EncodedMessage of(OutboxMessage message) {
        byte[] json = Json.write(message.payload()).getBytes(StandardCharsets.UTF_8);
        return new EncodedMessage(message.id(), message.topic(), message.key(), message.type(), json);
    }
}
