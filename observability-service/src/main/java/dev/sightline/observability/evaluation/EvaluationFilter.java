package dev.sightline.observability.evaluation;

import dev.sightline.api.Filters;
import dev.sightline.api.Ordering;
import dev.sightline.json.Wire;
import dev.sightline.sql.Where;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which evaluations a list holds, and in which order (spec/observability.md 3.7). */
record EvaluationFilter(
        Optional<Boolean> enabled, List<UUID> ids, Optional<String> search, Set<EvaluationType> types, Ordering order) {

    private static final Set<String> KEYS = Set.of("created_at", "updated_at", "name");

    static EvaluationFilter of(UriInfo uri) {
        Filters filters = Filters.of(uri);
        return new EvaluationFilter(
                filters.text("enabled").flatMap(EvaluationFilter::flag),
                filters.uuids("id__in"),
                filters.text("search"),
                filters.oneOf("evaluation_type", EvaluationType.class),
                Ordering.of(uri, "order_by", KEYS, Ordering.by("-created_at")));
    }

    /** Anything but the two words does not filter. */
    private static Optional<Boolean> flag(String text) {
        return Set.of("true", "false").contains(text.toLowerCase(Locale.ROOT))
                ? Optional.of(Boolean.parseBoolean(text))
                : Optional.empty();
    }

    Where where(int projectId) {
        Where where = Where.project("e", projectId).and("not e.deleted");
        enabled.ifPresent(value -> where.and("e.enabled = ?", value));
        if (!ids.isEmpty()) {
            where.and("e.id = any(?)", ids.toArray(UUID[]::new));
        }
        search.ifPresent(text -> where.and("(e.name ilike ? or e.description ilike ?)", Where.containing(text)));
        if (!types.isEmpty()) {
            where.and(
                    "e.evaluation_type = any(?)", types.stream().map(Wire::name).toArray(String[]::new));
        }
        return where;
    }

    /** The id is always the tie-break, so that pages do not overlap. */
    String orderBy() {
        return order.keys().stream()
                .map(key -> "e." + key.name() + (key.descending() ? " desc, " : ", "))
                .collect(Collectors.joining("", "", "e.id"));
    }
}
