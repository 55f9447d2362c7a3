package dev.sightline.model.provider;

import java.net.URI;

/**
 * How to reach a provider.
 *
 * @param apiKey may be null or blank only for {@link Provider#OPENAI_COMPATIBLE}
 * @param baseUrl the root of the API, for example {@code https://gateway.example/v1}; null for the provider's own
 */
public record ProviderAccess(Provider provider, String apiKey, URI baseUrl) {

    /** Without the key and without the base URL, which may hold credentials. */
    @Override
    public String toString() {
        return "ProviderAccess[" + provider + "]";
    }

    boolean hasKey() {
        return apiKey != null && !apiKey.isBlank();
    }
}
