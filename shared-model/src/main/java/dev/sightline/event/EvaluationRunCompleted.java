package dev.sightline.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run reached its end (spec/observability.md 4).
 *
 * @param runtime {@code llm_judge} or {@code hog}
 * @param trigger {@code manual} or {@code automatic}
 * @param status {@code succeeded}, {@code skipped} or {@code failed}
 * @param verdict null unless it succeeded and the evaluation applied
 * @param errorType the class of what went wrong (spec/observability.md 4.4.4), null if nothing did
 */
@MessageType(value = "dev.sightline.evaluation.run.completed.v1", topic = Topic.EVALUATIONS_RUNS)
public record EvaluationRunCompleted(
        int projectId,
        UUID runId,
        String workflowId,
        UUID evaluationId,
        String evaluationName,
        String runtime,
        String trigger,
        UUID targetEventId,
        String status,
        @Nullable Boolean verdict,
        @Nullable String reasoning,
        @Nullable String errorType,
        Instant completedAt) {}
