package dev.sightline.signals.model;

import dev.sightline.model.Embedder;
import dev.sightline.model.local.LexicalEmbedder;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** The embedder that the operator has configured for signals, the local one unless told otherwise. */
@ApplicationScoped
class Embedders {

    @Produces
    @ApplicationScoped
    Embedder embedder(Vertx vertx, EmbedderConfig config) {
        return config.baseUrl()
                .<Embedder>map(url -> new OpenAiEmbedder(vertx, url, config))
                .orElseGet(LexicalEmbedder::new);
    }
}
