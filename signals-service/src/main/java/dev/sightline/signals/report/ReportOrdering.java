package dev.sightline.signals.report;

import dev.sightline.api.Filters;
import dev.sightline.api.Ordering;
import dev.sightline.api.Ordering.Key;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The orders in which reports can be listed (spec/signals.md 4.2). */
final class ReportOrdering {

    private static final String SUGGESTED = "is_suggested_reviewer";

    private static final Ordering DEFAULT = Ordering.by("-" + SUGGESTED, "status", "-updated_at");

    private static final Map<String, String> COLUMNS = Map.of(
            "status",
            "r.status_rank",
            SUGGESTED,
            SUGGESTED,
            "signal_count",
            "r.signal_count",
            "total_weight",
            "r.total_weight",
            "priority",
            "coalesce(r.priority, '~') collate \"C\"",
            "created_at",
            "r.created_at",
            "updated_at",
            "r.updated_at",
            "id",
            "r.id");

    private ReportOrdering() {}

    /** The order that is asked for: unknown keys are skipped, and the identity decides at last. */
    static Ordering of(Filters filters) {
        Ordering asked = Ordering.by(filters.texts("ordering").stream()
                .filter(key -> COLUMNS.containsKey(key.startsWith("-") ? key.substring(1) : key))
                .toArray(String[]::new));
        return asked.keys().isEmpty() ? DEFAULT : asked;
    }

    static boolean suggestionsLead(Ordering ordering) {
        return ordering.keys().get(0).name().equals(SUGGESTED);
    }

    static Ordering withoutLead(Ordering ordering) {
        return new Ordering(ordering.keys().subList(1, ordering.keys().size()));
    }

    /** The order as SQL; {@code suggested} is the expression for whether the caller is a suggested reviewer. */
    static String sql(Ordering ordering, String suggested) {
        List<Key> keys = ordering.keys();
        boolean decided = keys.stream().anyMatch(key -> key.name().equals("id"));
        String asked = keys.stream().map(key -> term(key, suggested)).collect(Collectors.joining(", "));
        return decided ? asked : asked + (asked.isEmpty() ? "r.id" : ", r.id");
    }

    private static String term(Key key, String suggested) {
        String column = key.name().equals(SUGGESTED) ? "(" + suggested + ")" : COLUMNS.get(key.name());
        return key.descending() ? column + " desc" : column;
    }
}
