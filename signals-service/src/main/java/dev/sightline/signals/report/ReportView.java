package dev.sightline.signals.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.sightline.sql.Rows;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A report as the API shows it (spec/signals.md 4.1). */
@JsonPropertyOrder({
    "id",
    "title",
    "summary",
    "status",
    "total_weight",
    "signal_count",
    "signals_at_run",
    "created_at",
    "updated_at",
    "artefact_count",
    "priority",
    "actionability",
    "already_addressed",
    "dismissal_reason",
    "dismissal_note",
    "is_suggested_reviewer",
    "source_products",
    "implementation_pr_url"
})
record ReportView(
        UUID id,
        String title,
        String summary,
        String status,
        double totalWeight,
        int signalCount,
        int signalsAtRun,
        Instant createdAt,
        Instant updatedAt,
        int artefactCount,
        String priority,
        String actionability,
        Boolean alreadyAddressed,
        String dismissalReason,
        String dismissalNote,
        @JsonProperty("is_suggested_reviewer") boolean isSuggestedReviewer,
        List<String> sourceProducts,
        String implementationPrUrl) {

    static ReportView of(Row row) {
        return new ReportView(
                row.getUUID("id"),
                row.getString("title"),
                row.getString("summary"),
                row.getString("status"),
                row.getDouble("total_weight"),
                row.getInteger("signal_count"),
                row.getInteger("signals_at_run"),
                Rows.instant(row, "created_at"),
                Rows.instant(row, "updated_at"),
                row.getInteger("artefact_count"),
                row.getString("priority"),
                row.getString("actionability"),
                row.getBoolean("already_addressed"),
                row.getString("dismissal_reason"),
                row.getString("dismissal_note"),
                row.getBoolean("suggested"),
                List.of(row.getArrayOfStrings("source_products")),
                row.getString("implementation_pr_url"));
    }
}
