package dev.sightline.messaging;

import io.vertx.mutiny.sqlclient.Row;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A message that waits in the outbox, as the Kafka record it becomes. */
record OutboxRow(short lane, long position, ProducerRecord<String, byte[]> record) {

    static OutboxRow of(Row row, String source) {
        return new OutboxRow(
                row.getShort("lane"),
                row.getLong("position"),
                new ProducerRecord<>(
                        row.getString("topic"),
                        null,
                        row.getString("key"),
                        row.getString("payload").getBytes(StandardCharsets.UTF_8),
                        envelope(row, source).headers()));
    }

    private static Envelope envelope(Row row, String source) {
        return new Envelope(
                row.getUUID("id"),
                row.getString("type"),
                source,
                row.getOffsetDateTime("appended_at").toInstant(),
                row.getString("traceparent"));
    }
}
