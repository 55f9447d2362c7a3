package dev.sightline.signals.signal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.Json;
import dev.sightline.sql.Rows;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;

/** Reads signals from rows. */
final class SignalRows {

    private SignalRows() {}

    static StoredSignal signal(Row row) {
        return new StoredSignal(
                row.getUUID("id"),
                row.getUUID("report_id"),
                content(row),
                row.getBoolean("idempotent"),
                json(row, "match_metadata"),
                Rows.instant(row, "emitted_at"),
                row.getBoolean("deleted"));
    }

    static Vector vector(Row row) {
        return Vector.of(row.getString("embedder"), row.get(Buffer.class, "embedding"));
    }

    private static NewSignal content(Row row) {
        return new NewSignal(
                new SignalSource(row.getString("source_product"), row.getString("source_type")),
                row.getString("source_id"),
                row.getString("description"),
                row.getDouble("weight"),
                json(row, "extra"));
    }

    private static JsonNode json(Row row, String column) {
        return Json.read(row.getString(column), JsonNode.class);
    }
}
