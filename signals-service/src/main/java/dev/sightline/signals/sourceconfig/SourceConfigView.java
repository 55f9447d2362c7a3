package dev.sightline.signals.sourceconfig;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/**
 * A source configuration as the API shows it (spec/signals.md 8).
 *
 * @param status of the source's import: {@code running}, {@code completed}, {@code failed} or null
 */
@JsonPropertyOrder({"id", "source_product", "source_type", "enabled", "config", "created_at", "updated_at", "status"})
record SourceConfigView(
        UUID id,
        String sourceProduct,
        String sourceType,
        boolean enabled,
        JsonNode config,
        Instant createdAt,
        Instant updatedAt,
        String status) {

    static SourceConfigView of(SourceConfig row) {
        return new SourceConfigView(
                row.id,
                row.sourceProduct,
                row.sourceType,
                row.enabled,
                row.config,
                row.createdAt,
                row.updatedAt,
                row.status);
    }
}
