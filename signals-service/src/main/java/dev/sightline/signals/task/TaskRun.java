package dev.sightline.signals.task;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;

/**
 * How a run of a task stands.
 *
 * @param runId as the agent calls it
 * @param status as the agent calls it, {@code completed} for one that is done
 * @param prUrl the pull request it opened, null for none
 * @param prState {@code open}, {@code merged} or {@code closed}, null without a pull request
 * @param output anything the agent wants to keep, null for nothing
 */
public record TaskRun(UUID taskId, String runId, String status, String prUrl, String prState, JsonNode output) {

    /** Whether its work has become part of the code (DECISIONS 49). */
    public boolean merged() {
        return "completed".equals(status) && prUrl != null && !prUrl.isBlank() && "merged".equals(prState);
    }
}
