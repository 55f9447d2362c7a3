package dev.sightline.observability.run;

import java.time.Instant;
import java.util.UUID;

/**
 * A run that a worker has taken.
 *
 * @param attempts how often a worker has taken it, this time included; names the lease
 * @param startedAt when it was taken this time
 */
record Run(
        int projectId,
        UUID id,
        String workflowId,
        UUID evaluationId,
        Target target,
        boolean automatic,
        int attempts,
        Instant createdAt,
        Instant startedAt) {}
