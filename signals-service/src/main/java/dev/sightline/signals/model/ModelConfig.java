package dev.sightline.signals.model;

import dev.sightline.model.provider.Provider;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The language model that groups signals and judges reports. Without a provider local rules do both. */
@ConfigMapping(prefix = "sightline.signals.model")
interface ModelConfig {

    /** Whose model: {@code google}, {@code openai}, {@code anthropic} or {@code openai_compatible}. */
    Optional<Provider> provider();

    /** The provider's name of the model; required with a provider. */
    Optional<String> name();

    /** The provider's key; only {@code openai_compatible} may do without. */
    Optional<String> apiKey();

    /** Where the provider is, if not where it usually is; required for {@code openai_compatible}. */
    Optional<URI> baseUrl();

    /** Projects whose signals it sees; all if none is named. */
    Optional<Set<Integer>> projects();

    /** Longest answer. */
    @WithDefault("4096")
    int answerTokens();

    /** Wait for an answer. */
    @WithDefault("100s")
    Duration timeout();
}
