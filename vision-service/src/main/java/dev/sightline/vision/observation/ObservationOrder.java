package dev.sightline.vision.observation;

import dev.sightline.api.Ordering;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** Said without a word on nulls, so that the index serves them. */
    private static final Set<String> NEVER_NULL = Set.of("created_at", "status");

    static final Ordering NEWEST_FIRST = Ordering.by("-created_at");

    private ObservationOrder() {}

    static String by(Ordering order) {
        return order.keys().stream().map(ObservationOrder::sql).collect(Collectors.joining(", ")) + ", id asc";
    }

    private static String sql(Ordering.Key key) {
        String nulls = NEVER_NULL.contains(key.name()) ? "" : " nulls last";
        return KEYS.get(key.name()) + (key.descending() ? " desc" : " asc") + nulls;
    }
}
