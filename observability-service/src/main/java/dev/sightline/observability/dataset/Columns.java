package dev.sightline.observability.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.Json;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Columns of rows that the entities hold in another type. */
final class Columns {

    private Columns() {}

    /** A {@code jsonb} column that was selected as text. */
    static JsonNode json(Row row, String column) {
        String text = row.getString(column);
        return text == null ? null : Json.read(text, JsonNode.class);
    }

    static Instant instant(Row row, String column) {
        OffsetDateTime value = row.getOffsetDateTime(column);
        return value == null ? null : value.toInstant();
    }
}
