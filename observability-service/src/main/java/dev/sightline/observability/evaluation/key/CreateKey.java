package dev.sightline.observability.evaluation.key;

import dev.sightline.api.ApiException;
import dev.sightline.api.body.DefaultTo;
import dev.sightline.api.body.Nullable;
import dev.sightline.api.body.Required;
import jakarta.validation.constraints.Size;
import java.net.URI;

/**
 * The body that makes a provider key.
 *
 * @param baseUrl needed for {@code openai_compatible}, else the provider's own
 */
record CreateKey(
        @Required String provider,
        @Required @Size(max = 255) String name,
        @Required @Size(max = 1000) String apiKey,
        @Nullable @Size(max = 1000) String baseUrl,
        @DefaultTo("false") boolean active) {

    CreateKey {
        JudgeProvider judge = JudgeProvider.of(provider);
        Address.check(judge, baseUrl);
        if (!judge.recognises(apiKey)) {
            throw ApiException.invalid("api_key", "This does not look like a key of " + judge.wire() + ".");
        }
    }

    JudgeProvider judge() {
        return JudgeProvider.of(provider);
    }

    URI address() {
        return Address.of(baseUrl);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "CreateKey[" + provider + "]";
    }
}
