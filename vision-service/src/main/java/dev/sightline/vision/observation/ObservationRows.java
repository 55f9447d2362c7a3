package dev.sightline.vision.observation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.Json;
import io.vertx.mutiny.sqlclient.Row;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jboss.logging.Logger;

/** Observations from their row. */
final class ObservationRows {

    private static final Logger LOG = Logger.getLogger(ObservationRows.class);

    private ObservationRows() {}

    static StoredObservation read(Row row) {
        return new StoredObservation(
                row.getUUID("id"),
                row.getInteger("project_id"),
                row.getUUID("scanner_id"),
                row.getString("session_id"),
                ObservationStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getString("error_reason"),
                row.getString("workflow_id"),
                readable(row, "scanner_snapshot", ScannerSnapshot.class),
                readable(row, "scanner_result", JsonNode.class),
                new Trigger(row.getString("triggered_by"), row.getInteger("triggered_by_user")),
                instant(row, "started_at"),
                instant(row, "completed_at"),
                instant(row, "created_at"));
    }

    /** What a column holds, null when it no longer fits: an old row must not make a list fail. */
    private static <T> T readable(Row row, String column, Class<T> type) {
        String text = row.getString(column);
        if (text == null) {
            return null;
        }
        try {
            T read = Json.read(text, type);
            return read instanceof JsonNode node && !node.isObject() ? null : read;
        } catch (UncheckedIOException e) {
            LOG.warnf("observation column is unreadable column=%s observation_id=%s", column, row.getUUID("id"));
            return null;
        }
    }

    private static Instant instant(Row row, String column) {
        OffsetDateTime value = row.getOffsetDateTime(column);
        return value == null ? null : value.toInstant();
    }
}
