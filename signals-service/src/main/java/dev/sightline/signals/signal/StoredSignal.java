package dev.sightline.signals.signal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/**
 * A signal that has found its report.
 *
 * @param idempotent whether its source and source id name it
 * @param matchMetadata why it belongs to the report (spec/signals.md 1.2)
 * @param deleted whether it is gone for every reader
 */
public record StoredSignal(
        UUID id,
        UUID reportId,
        NewSignal content,
        boolean idempotent,
        JsonNode matchMetadata,
        Instant emittedAt,
        boolean deleted) {}
