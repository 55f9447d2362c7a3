package dev.sightline.event;

import java.time.Instant;
import java.util.UUID;

/**
 * A report of the inbox took a new shape.
 *
 * @param change what happened, for example {@code created}, {@code signal_assigned}, {@code status_changed}
 * @param status the status after the change
 */
@MessageType(value = "dev.sightline.report.changed.v1", topic = Topic.SIGNALS_REPORTS)
public record ReportChanged(
        int projectId,
        UUID reportId,
        String change,
        String status,
        String title,
        int signalCount,
        double totalWeight,
        Instant changedAt) {}
