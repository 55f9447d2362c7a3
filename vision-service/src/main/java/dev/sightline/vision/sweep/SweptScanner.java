package dev.sightline.vision.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.Json;
import dev.sightline.sql.Rows;
import dev.sightline.vision.observation.ScannerKey;
import dev.sightline.vision.observation.ScannerSnapshot;
import dev.sightline.vision.observation.ScannerSnapshots;
import io.vertx.mutiny.sqlclient.Row;

/** A scanner whose turn it is. */
record SweptScanner(
        ScannerKey key, JsonNode query, double samplingRate, ScannerSnapshot snapshot, Watermark watermark) {

    /** Reads as a scanner in a query over {@code scanner}. */
    static final String COLUMNS = "id, project_id, query::text as query, sampling_rate, last_swept_at,"
            + " last_swept_session_id, " + ScannerSnapshots.COLUMN;

    static SweptScanner read(Row row) {
        return new SweptScanner(
                new ScannerKey(row.getInteger("project_id"), row.getUUID("id")),
                Json.read(row.getString("query"), JsonNode.class),
                row.getDouble("sampling_rate"),
                ScannerSnapshots.read(row),
                new Watermark(Rows.instant(row, "last_swept_at"), row.getString("last_swept_session_id")));
    }
}
