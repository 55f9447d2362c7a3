package dev.sightline.model;

import io.smallrye.mutiny.Uni;

/**
 * A model that answers a conversation with JSON.
 *
 * <p>The returned {@link Uni} fails with a {@link ModelException} and nothing else.
 */
public interface LanguageModel {

    Uni<ModelAnswer> answer(ModelRequest request);
}
