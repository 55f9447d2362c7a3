package dev.sightline.observability.evaluation.key;

import dev.sightline.auth.UserView;
import java.time.Instant;
import java.util.UUID;

/** A provider key as the API answers it: never the secret. */
record KeyView(
        UUID id,
        JudgeProvider provider,
        String name,
        String baseUrl,
        String apiKeyMasked,
        KeyState state,
        String errorMessage,
        boolean active,
        Instant lastUsedAt,
        Instant createdAt,
        UserView createdBy) {

    static KeyView of(ProviderKey key, UserView author) {
        return new KeyView(
                key.id(),
                key.provider(),
                key.name(),
                key.baseUrl() == null ? null : key.baseUrl().toString(),
                key.masked(),
                key.state(),
                key.errorMessage(),
                key.active(),
                key.lastUsedAt(),
                key.createdAt(),
                author);
    }
}
