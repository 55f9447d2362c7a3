package dev.sightline.vision.observation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/**
 * The row of an observation.
 *
 * @param snapshot null if what is stored cannot be read any more
 * @param result null unless succeeded, or if what is stored cannot be read any more
 */
record StoredObservation(
        UUID id,
        int projectId,
        UUID scannerId,
        String sessionId,
        ObservationStatus status,
        String errorReason,
        String workflowId,
        ScannerSnapshot snapshot,
        JsonNode result,
        Trigger trigger,
        Instant startedAt,
        Instant completedAt,
        Instant createdAt) {}
