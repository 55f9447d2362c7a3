/**
 * Evaluations: what is judged, how and when (spec/observability.md 3), kept and changed through the API. Compiled
 * conditions are {@code condition}, provider keys {@code key}; carrying evaluations out is
 * {@code dev.sightline.observability.run}.
 */
package dev.sightline.observability.evaluation;
