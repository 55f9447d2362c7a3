package dev.sightline.observability.run;

import java.time.Instant;
import java.util.UUID;

/**
 * A run as the API answers it (DECISIONS 30).
 *
 * @param status {@code pending}, {@code running}, {@code succeeded}, {@code skipped} or {@code failed}
 * @param applicable null as long as nothing was judged
 * @param error null if nothing went wrong
 * @param usage the judge's, null for programs
 */
record RunView(
        UUID id,
        String workflowId,
        String status,
        Evaluation evaluation,
        String evaluationType,
        String trigger,
        UUID targetEventId,
        String targetEventType,
        Boolean verdict,
        Boolean applicable,
        String reasoning,
        Error error,
        Judge usage,
        Instant createdAt,
        Instant startedAt,
        Instant completedAt) {

    record Evaluation(UUID id, String name) {}

    record Error(String type, String detail) {}

    record Judge(String provider, String model, UUID providerKeyId, Long inputTokens, Long outputTokens) {}
}
