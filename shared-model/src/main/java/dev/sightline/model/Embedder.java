package dev.sightline.model;

import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * Turns texts into vectors of one length, comparable by cosine.
 *
 * <p>The returned {@link Uni} fails with a {@link ModelException} and nothing else.
 */
public interface Embedder {

    /** Stored beside each vector: vectors of different names are never compared. */
    String name();

    /** Length of the vectors. */
    int dimensions();

    /** One vector a text, in the same order, each of Euclidean length 1 or all zeros. */
    Uni<List<float[]>> embed(List<String> texts);
}
