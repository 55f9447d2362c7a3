package dev.sightline.vision.observation;

import dev.sightline.sql.Where;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Which observations of a scanner a list or its statistics cover (spec/vision.md 8.1). An empty list does not filter;
 * filters are and-ed, the values of one are or-ed.
 */
record ObservationFilter(
        List<String> statuses,
        List<String> triggers,
        List<String> verdicts,
        List<String> tags,
        List<String> sessionIds) {

    static final List<String> STATUSES =
            Stream.of(ObservationStatus.values()).map(ObservationStatus::wire).toList();
    static final List<String> TRIGGERS = List.of(Trigger.SCHEDULE_KIND, Trigger.ON_DEMAND_KIND);
    static final List<String> VERDICTS = List.of("yes", "no", "inconclusive");

    /** Whether every observation passes. */
    boolean isEmpty() {
        return isOfOutcomes() && statuses.isEmpty() && triggers.isEmpty() && verdicts.isEmpty();
    }

    /** Whether only outcomes are filtered, which sums are kept of. */
    boolean isOfOutcomes() {
        return tags.isEmpty() && sessionIds.isEmpty();
    }

    Where where(int projectId, UUID scannerId) {
        Where where = Where.project(projectId).and("scanner_id = ?", scannerId);
        any(where, "status = any(?)", statuses);
        any(where, "triggered_by = any(?)", triggers);
        any(where, "verdict = any(?)", verdicts);
        any(where, "session_id = any(?)", sessionIds);
        tags(where);
        return where;
    }

    private static void any(Where where, String condition, List<String> values) {
        if (!values.isEmpty()) {
            where.and(condition, values.toArray(String[]::new));
        }
    }

    private void tags(Where where) {
        if (!tags.isEmpty()) {
            String given = where.bind(tags.toArray(String[]::new));
            where.and("(jsonb_exists_any(tags, " + given + ") or jsonb_exists_any(tags_freeform, " + given + "))");
        }
    }
}
