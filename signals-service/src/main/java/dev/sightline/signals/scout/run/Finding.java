package dev.sightline.signals.scout.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.sightline.api.body.AllowBlank;
import dev.sightline.api.body.Nullable;
import dev.sightline.api.body.Required;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Something a scout found (spec/scouts.md 7.1): the body of an emit.
 *
 * @param description what people see
 * @param weight how much attention it deserves
 * @param confidence how sure it is real
 * @param dedupeKeys what it is about, {@code kind:entity}
 * @param findingId how the scout calls it; null for a random identity
 */
public record Finding(
        @Required @Size(max = 50_000) String description,
        @Required @DecimalMin("0") @DecimalMax("1") Double weight,
        @Required @DecimalMin("0") @DecimalMax("1") Double confidence,
        @Required @Size(max = 20) List<Evidence> evidence,
        @Nullable @AllowBlank @Size(max = 2_000) String hypothesis,
        @Nullable Severity severity,
        @Size(max = 50) List<@Size(max = 300) String> dedupeKeys,
        @Nullable Period timeRange,
        @Nullable @AllowBlank @Size(max = 500) String mcpTraceId,
        @Nullable @Size(max = 100) String findingId) {

    /** Where a part of it can be seen. */
    @JsonPropertyOrder({"source_product", "entity_id", "summary"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Evidence(
            @Required @Size(max = 100) String sourceProduct,
            @Required @Size(max = 5_000) String summary,
            @Nullable @Size(max = 500) String entityId) {}

    /** The time it is about, as the scout wrote it. */
    public record Period(
            @Required @Size(max = 100) String dateFrom,
            @Required @Size(max = 100) String dateTo) {}

    /** The same under another identity. */
    Finding called(String id) {
        return new Finding(
                description, weight, confidence, evidence, hypothesis, severity, dedupeKeys, timeRange, mcpTraceId, id);
    }
}
