package dev.sightline.observability.dataset;

import dev.sightline.api.Filters;
import dev.sightline.api.Ordering;
import dev.sightline.sql.Where;
import jakarta.ws.rs.core.UriInfo;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which datasets a list holds, and in which order (spec/observability.md 1.3). */
record DatasetFilter(List<UUID> ids, Optional<String> search, Ordering order) {

    private static final Collection<String> KEYS = Set.of("created_at", "updated_at");
    /** All texts of a dataset as one, which is what the index holds. */
    private static final String TEXT =
            "name || E'\\n' || coalesce(description, '') || E'\\n' || coalesce(metadata::text, '') ilike ?";

    private static final String ONE_OF_THEM = "(name ilike ? or description ilike ? or metadata::text ilike ?)";

    static DatasetFilter of(UriInfo uri) {
        Filters filters = Filters.of(uri);
        return new DatasetFilter(
                filters.uuids("id__in"),
                filters.text("search"),
                Ordering.of(uri, "order_by", KEYS, Ordering.by("-created_at")));
    }

    Where where(int projectId) {
        Where where = FlaggedTable.present(projectId);
        if (!ids.isEmpty()) {
            where.and("id = any(?)", ids.toArray(UUID[]::new));
        }
        search.ifPresent(text -> search(where, text));
        return where;
    }

    /** Only a text with the separator in it could be found across two of the texts. */
    private static void search(Where where, String text) {
        where.and(TEXT, Where.containing(text));
        if (text.indexOf('\n') >= 0) {
            where.and(ONE_OF_THEM, Where.containing(text));
        }
    }

    /** The id is always the tie-break, so that pages do not overlap. */
    String orderBy() {
        return order.keys().stream()
                .map(key -> key.name() + (key.descending() ? " desc, " : ", "))
                .collect(Collectors.joining("", "", "id"));
    }
}
