package dev.sightline.observability.run;

import dev.sightline.api.Filters;
import dev.sightline.sql.Where;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Which runs a list holds. */
record RunFilter(List<UUID> evaluations, List<UUID> events, Set<String> statuses) {

    private static final List<String> STATUSES = List.of("pending", "running", "succeeded", "skipped", "failed");

    static RunFilter of(UriInfo uri) {
        Filters filters = Filters.of(uri);
        return new RunFilter(
                filters.uuids("evaluation_id"), filters.uuids("target_event_id"), filters.oneOf("status", STATUSES));
    }

    Where where(int projectId) {
        Where where = Where.project(projectId);
        if (!evaluations.isEmpty()) {
            where.and("evaluation_id = any(?)", evaluations.toArray(UUID[]::new));
        }
        if (!events.isEmpty()) {
            where.and("event_uuid = any(?)", events.toArray(UUID[]::new));
        }
        if (!statuses.isEmpty()) {
            where.and("status = any(?)", statuses.toArray(String[]::new));
        }
        return where;
    }
}
