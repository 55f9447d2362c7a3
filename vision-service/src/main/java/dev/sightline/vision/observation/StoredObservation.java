package dev.sightline.vision.observation;

import java.time.Instant;
import java.util.UUID;

/**
 * The row of an observation.
 *
 * @param snapshot null if what is stored cannot be read any more
 * @param result the text of a JSON object; null unless succeeded
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
        String result,
        Trigger trigger,
        Instant startedAt,
        Instant completedAt,
        Instant createdAt) {}
