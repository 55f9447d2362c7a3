package dev.sightline.signals.model;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * The service that makes vectors of signals, any that speaks OpenAI's embeddings endpoint. Without a base URL they are
 * made here, from words.
 */
@ConfigMapping(prefix = "sightline.signals.embedder")
interface EmbedderConfig {

    /** The root of its API, for example {@code https://api.openai.com/v1}. The operator's word is taken for it. */
    Optional<URI> baseUrl();

    Optional<String> apiKey();

    /** Its name of the model. Signals whose vectors another one made are no candidates any more. */
    @WithDefault("text-embedding-3-small")
    String name();

    /** Length of the model's vectors. */
    @WithDefault("1536")
    int dimensions();

    /** Wait for the vectors of one call. */
    @WithDefault("30s")
    Duration timeout();
}
