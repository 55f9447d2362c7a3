package dev.sightline.vision.analysis;

import io.smallrye.mutiny.Uni;

/**
 * Answers a scanner's question about a session.
 *
 * <p>The returned {@link Uni} fails with an {@link AnalysisException} and nothing else.
 */
public interface SessionAnalyst {

    Uni<Analysis> analyse(AnalysisRequest request);
}
