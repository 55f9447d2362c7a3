package dev.sightline.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An observation reached a terminal state (spec/vision.md 9.2, 18).
 *
 * @param status {@code succeeded}, {@code failed} or {@code ineligible}
 * @param errorReason {@code kind:text}, empty when succeeded
 * @param modelOutput the validated answer, null unless succeeded
 * @param triggeredByUserId null when scheduled
 */
@MessageType(value = "dev.sightline.observation.completed.v1", topic = Topic.VISION_OBSERVATIONS)
public record ObservationCompleted(
        int projectId,
        UUID observationId,
        UUID scannerId,
        String scannerName,
        String scannerType,
        int scannerVersion,
        String sessionId,
        String status,
        String errorReason,
        String triggeredBy,
        @Nullable Integer triggeredByUserId,
        String provider,
        String model,
        boolean emitsSignals,
        int signalsCount,
        @Nullable JsonNode modelOutput,
        Instant completedAt) {

    /** JSON's null reads as a node; there is no answer then. */
    public ObservationCompleted {
        modelOutput = modelOutput == null || modelOutput.isNull() ? null : modelOutput;
    }
}
