package dev.sightline.event;

import java.util.UUID;

/** A run waits for a worker. The row is the truth; the message only wakes one. */
@MessageType(value = "dev.sightline.evaluation.run.requested.v1", topic = Topic.EVALUATIONS_RUNS)
public record EvaluationRunRequested(int projectId, UUID runId, UUID evaluationId) {}
