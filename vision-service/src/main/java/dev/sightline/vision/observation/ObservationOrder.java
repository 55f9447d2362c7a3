package dev.sightline.vision.observation;

import dev.sightline.api.Ordering;
import java.util.Map;
import java.util.Set;

/**
 * The orderings of an observation list (spec/vision.md 8.1): text, numbers guarded against what is no number, nulls
 * last in both directions, the id as tie-break.
 */
final class ObservationOrder {

    /** SQL expression by public key. */
    static final Map<String, String> KEYS = Map.of(
            "created_at", "created_at",
            "started_at", "started_at",
            "completed_at", "completed_at",
            "status", "status collate \"C\"",
            "result_score", "score",
            "result_verdict", "verdict collate \"C\"",
            "scanner_version", "scanner_version");

    /** Said without a word on nulls, so that an index serves them. */
    private static final Set<String> NEVER_NULL = Set.of("created_at", "status");

    static final Ordering NEWEST_FIRST = Ordering.by("-created_at");

    private ObservationOrder() {}

    static String by(Ordering.Key key) {
        return KEYS.get(key.name()) + direction(key) + ", id asc";
    }

    static String direction(Ordering.Key key) {
        return (key.descending() ? " desc" : " asc") + (NEVER_NULL.contains(key.name()) ? "" : " nulls last");
    }
}
