package dev.sightline.vision.scanner;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.auth.UserView;
import java.time.Instant;
import java.util.UUID;

/** A scanner as the API answers it (spec/vision.md 3). */
@JsonPropertyOrder({
    "id",
    "name",
    "description",
    "scanner_type",
    "scanner_config",
    "query",
    "sampling_rate",
    "provider",
    "model",
    "enabled",
    "emits_signals",
    "scanner_version",
    "estimated_monthly_observations",
    "last_swept_at",
    "created_at",
    "created_by",
    "updated_at"
})
record ScannerView(
        UUID id,
        String name,
        String description,
        String scannerType,
        JsonNode scannerConfig,
        JsonNode query,
        double samplingRate,
        String provider,
        String model,
        boolean enabled,
        boolean emitsSignals,
        int scannerVersion,
        Long estimatedMonthlyObservations,
        Instant lastSweptAt,
        Instant createdAt,
        UserView createdBy,
        Instant updatedAt) {

    static ScannerView of(ScannerEntity row, UserView createdBy) {
        return new ScannerView(
                row.id,
                row.name,
                row.description,
                row.scannerType,
                row.scannerConfig,
                SessionQuery.shown(row.id, row.query),
                row.samplingRate,
                row.provider,
                row.model,
                row.enabled,
                row.emitsSignals,
                row.scannerVersion,
                row.estimatedMonthlyObservations,
                row.lastSweptAt,
                row.createdAt,
                createdBy,
                row.updatedAt);
    }
}
