package dev.sightline.observability.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.json.Json;
import io.vertx.mutiny.sqlclient.Row;

/** Stored events from their rows. */
final class EventRows {

    private EventRows() {}

    static StoredEvent read(Row row) {
        String content = row.getString("content");
        return new StoredEvent(
                row.getUUID("uuid"),
                row.getString("event"),
                row.getString("distinct_id"),
                row.getString("session_id"),
                row.getOffsetDateTime("timestamp").toInstant(),
                properties(row.getString("light"), content),
                content != null || !row.getBoolean("heavy"));
    }

    private static ObjectNode properties(String light, String content) {
        ObjectNode properties = Json.read(light, ObjectNode.class);
        return content == null ? properties : properties.setAll(Json.read(content, ObjectNode.class));
    }
}
