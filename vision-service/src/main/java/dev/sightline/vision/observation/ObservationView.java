package dev.sightline.vision.observation;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.auth.UserView;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An observation as the API answers it. */
@JsonPropertyOrder({
    "id",
    "scanner_id",
    "session_id",
    "status",
    "error_reason",
    "workflow_id",
    "scanner_snapshot",
    "scanner_result",
    "triggered_by",
    "triggered_by_user",
    "started_at",
    "completed_at",
    "created_at"
})
record ObservationView(
        UUID id,
        UUID scannerId,
        String sessionId,
        String status,
        String errorReason,
        String workflowId,
        ScannerSnapshot scannerSnapshot,

        @JsonRawValue @Schema(implementation = JsonNode.class)
        String scannerResult,

        String triggeredBy,
        UserView triggeredByUser,
        Instant startedAt,
        Instant completedAt,
        Instant createdAt) {

    static ObservationView of(StoredObservation row, UserView user) {
        return new ObservationView(
                row.id(),
                row.scannerId(),
                row.sessionId(),
                row.status().wire(),
                row.errorReason(),
                row.workflowId(),
                row.snapshot(),
                row.result(),
                row.trigger().kind(),
                user,
                row.startedAt(),
                row.completedAt(),
                row.createdAt());
    }
}
