package dev.sightline.signals.artefact;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.Json;
import dev.sightline.json.Wire;
import dev.sightline.sql.Rows;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;

/** A stored artefact. */
record Artefact(
        UUID id,
        UUID reportId,
        ArtefactType type,
        JsonNode content,
        Instant createdAt,
        Instant updatedAt,
        Author author) {

    static Artefact of(Row row) {
        return new Artefact(
                row.getUUID("id"),
                row.getUUID("report_id"),
                Wire.find(ArtefactType.class, row.getString("type")).orElseThrow(),
                Json.read(row.getString("content"), JsonNode.class),
                Rows.instant(row, "created_at"),
                Rows.instant(row, "updated_at"),
                new Author(row.getInteger("created_by"), row.getUUID("task_id")));
    }

    /** A member of the content as text, empty if it is none. */
    String text(String member) {
        return content.path(member).asText("");
    }
}
