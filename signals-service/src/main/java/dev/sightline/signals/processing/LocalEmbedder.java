package dev.sightline.signals.processing;

import dev.sightline.model.Embedder;
import dev.sightline.model.local.LexicalEmbedder;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** The embedder that is used unless another one is configured. */
@ApplicationScoped
class LocalEmbedder {

    @Produces
    @DefaultBean
    @ApplicationScoped
    Embedder embedder() {
        return new LexicalEmbedder();
    }
}
