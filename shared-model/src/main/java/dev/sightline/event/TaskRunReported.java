package dev.sightline.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An outside agent says how a run of its task stands.
 *
 * @param runId as the agent calls it; a later message about the same run replaces an earlier one
 * @param status as the agent calls it, {@code completed} for one that is done
 * @param prUrl the pull request it opened, null for none
 * @param prState {@code open}, {@code merged} or {@code closed}, null without a pull request
 */
@MessageType(value = "dev.sightline.task.run.reported.v1", topic = Topic.TASKS_RUNS)
public record TaskRunReported(
        int projectId,
        UUID taskId,
        String runId,
        String status,
        @Nullable String prUrl,
        @Nullable String prState,
        @Nullable JsonNode output,
        Instant reportedAt) {

    public TaskRunReported {
        output = output == null || output.isNull() ? null : output;
    }
}
