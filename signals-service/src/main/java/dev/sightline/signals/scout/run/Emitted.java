package dev.sightline.signals.scout.run;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * What became of an emit.
 *
 * @param skippedReason why nothing was emitted; null if it was
 */
@JsonPropertyOrder({"finding_id", "emitted", "skipped_reason"})
public record Emitted(String findingId, boolean emitted, String skippedReason) {}
