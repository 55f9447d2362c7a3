package dev.sightline.vision.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.sql.Where;
import dev.sightline.vision.filter.SessionFilters;
import dev.sightline.vision.observation.EligibilityConfig;
import jakarta.enterprise.context.ApplicationScoped;

/** The condition of sessions that a query means and that are worth looking at (spec/vision.md 14.3). */
@ApplicationScoped
class EligibleSessions {

    private final EligibilityConfig bounds;
    private final SessionFilters filters;

    EligibleSessions(EligibilityConfig bounds, SessionFilters filters) {
        this.bounds = bounds;
        this.filters = filters;
    }

    /**
     * A condition over {@code recording_session s}.
     *
     * @throws dev.sightline.vision.filter.InvalidSessionFilter if the query is none
     */
    Where of(int projectId, JsonNode query) {
        Where where = filters.read(projectId, query).restrict(Where.project("s", projectId));
        return where.and("floor(extract(epoch from s.end_time - s.start_time)) >= ?", bounds.minDuration())
                .and("s.active_ms >= ?", bounds.minActive() * 1000)
                .and("s.active_ms <= ?", bounds.maxActive() * 1000);
    }
}
