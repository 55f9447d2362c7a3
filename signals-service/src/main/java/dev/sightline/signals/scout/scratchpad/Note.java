package dev.sightline.signals.scout.scratchpad;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.UUID;

/**
 * A note of a project.
 *
 * @param createdByRunId the run that first wrote it; null if that is not known
 */
@JsonPropertyOrder({"key", "content", "created_at", "updated_at", "created_by_run_id"})
public record Note(String key, String content, Instant createdAt, Instant updatedAt, UUID createdByRunId) {}
