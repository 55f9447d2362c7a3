package dev.sightline.vision.observation;

import java.time.Instant;
import java.util.UUID;

/** An observation about to be written as pending. */
record NewObservation(
        UUID id,
        int projectId,
        UUID scannerId,
        String sessionId,
        ScannerSnapshot snapshot,
        Trigger trigger,
        Instant createdAt) {

    /** The job id of a pair (spec/vision.md 9.3): a second start of the same pair meets the first. */
    static String workflowId(UUID scannerId, String sessionId) {
        return "replay-vision-apply-scanner-" + scannerId + "-" + sessionId;
    }
}
