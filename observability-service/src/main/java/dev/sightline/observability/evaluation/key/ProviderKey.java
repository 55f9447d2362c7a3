package dev.sightline.observability.evaluation.key;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/**
 * A key as it is stored, its secret apart.
 *
 * @param baseUrl null for the provider's own
 * @param masked the secret as it may be shown
 * @param active whether evaluations of the project that name no key use this one
 * @param lastUsedAt null for never
 */
public record ProviderKey(
        int projectId,
        UUID id,
        JudgeProvider provider,
        String name,
        URI baseUrl,
        String masked,
        KeyState state,
        String errorMessage,
        boolean active,
        Instant lastUsedAt,
        Integer createdBy,
        Instant createdAt) {

    public boolean isUsable() {
        return state == KeyState.OK;
    }
}
