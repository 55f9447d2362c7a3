package dev.sightline.vision.scanner;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.Json;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Scanners from their row. */
final class ScannerRows {

    private ScannerRows() {}

    static ScannerEntity read(Row row) {
        ScannerEntity scanner = new ScannerEntity();
        scanner.id = row.getUUID("id");
        scanner.projectId = row.getInteger("project_id");
        scanner.name = row.getString("name");
        scanner.description = row.getString("description");
        scanner.scannerType = row.getString("scanner_type");
        scanner.scannerConfig = json(row, "scanner_config");
        scanner.query = json(row, "query");
        scanner.samplingRate = row.getDouble("sampling_rate");
        scanner.provider = row.getString("provider");
        scanner.model = row.getString("model");
        readState(row, scanner);
        return scanner;
    }

    private static void readState(Row row, ScannerEntity scanner) {
        scanner.enabled = row.getBoolean("enabled");
        scanner.emitsSignals = row.getBoolean("emits_signals");
        scanner.scannerVersion = row.getInteger("scanner_version");
        scanner.estimatedMonthlyObservations = row.getLong("estimated_monthly_observations");
        scanner.estimatedAt = instant(row, "estimated_at");
        scanner.lastSweptAt = instant(row, "last_swept_at");
        scanner.lastSweptSessionId = row.getString("last_swept_session_id");
        scanner.createdBy = row.getInteger("created_by");
        scanner.createdAt = instant(row, "created_at");
        scanner.updatedAt = instant(row, "updated_at");
    }

    private static JsonNode json(Row row, String column) {
        return Json.read(row.getValue(column).toString(), JsonNode.class);
    }

    private static Instant instant(Row row, String column) {
        OffsetDateTime value = row.getOffsetDateTime(column);
        return value == null ? null : value.toInstant();
    }
}
