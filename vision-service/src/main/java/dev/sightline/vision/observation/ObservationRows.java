package dev.sightline.vision.observation;

import dev.sightline.json.Json;
import io.vertx.mutiny.sqlclient.Row;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jboss.logging.Logger;

/** Observations from their rows. Those of one list were mostly made by few scanners, whose snapshots are read once. */
final class ObservationRows {

    private static final Logger LOG = Logger.getLogger(ObservationRows.class);

    private final Map<String, ScannerSnapshot> snapshots = new HashMap<>();

    StoredObservation read(Row row) {
        return new StoredObservation(
                row.getUUID("id"),
                row.getInteger("project_id"),
                row.getUUID("scanner_id"),
                row.getString("session_id"),
                ObservationStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getString("error_reason"),
                row.getString("workflow_id"),
                snapshot(row),
                object(row.getString("scanner_result")),
                new Trigger(row.getString("triggered_by"), row.getInteger("triggered_by_user")),
                instant(row, "started_at"),
                instant(row, "completed_at"),
                instant(row, "created_at"));
    }

    private ScannerSnapshot snapshot(Row row) {
        String text = row.getString("scanner_snapshot");
        return text == null ? null : snapshots.computeIfAbsent(text, known -> readable(known, row));
    }

    /** Null when it no longer fits: an old row must not make a list fail. */
    private static ScannerSnapshot readable(String text, Row row) {
        try {
            return Json.read(text, ScannerSnapshot.class);
        } catch (UncheckedIOException e) {
            LOG.warnf("scanner snapshot is unreadable observation_id=%s", row.getUUID("id"));
            return null;
        }
    }

    /** The column holds JSON, which is handed on as it is. */
    private static String object(String json) {
        return json != null && json.startsWith("{") ? json : null;
    }

    private static Instant instant(Row row, String column) {
        OffsetDateTime value = row.getOffsetDateTime(column);
        return value == null ? null : value.toInstant();
    }
}
