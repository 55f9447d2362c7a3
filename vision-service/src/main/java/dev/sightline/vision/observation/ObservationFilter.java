package dev.sightline.vision.observation;

import dev.sightline.sql.Where;
import java.util.List;
import java.util.Set;
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
    private static final Set<String> ANSWERING = Set.of("classifier", "scorer");
    private static final String SUCCEEDED = ObservationStatus.SUCCEEDED.wire();
    static final List<String> TRIGGERS = List.of(Trigger.SCHEDULE_KIND, Trigger.ON_DEMAND_KIND);
    static final List<String> VERDICTS = List.of("yes", "no", "inconclusive");

    /**
     * Whether the statistics of a scanner can be read from sums: those of tags and scores know the trigger but no verdict,
     * which such scanners do not give.
     */
    boolean isOfSums(String scannerType) {
        return isOfOutcomes() && (verdicts.isEmpty() || !ANSWERING.contains(scannerType));
    }

    /** Whether successes pass, as far as outcomes decide. */
    boolean admitsSuccess() {
        return statuses.isEmpty() || statuses.contains(SUCCEEDED);
    }

    /** Whether only outcomes are filtered, which sums are kept of. */
    boolean isOfOutcomes() {
        return tags.isEmpty() && sessionIds.isEmpty();
    }

    /** Whether tags alone decide; whatever has tags has succeeded. */
    boolean isOfTags() {
        boolean alone = triggers.isEmpty() && verdicts.isEmpty() && sessionIds.isEmpty();
        return alone && !tags.isEmpty() && admitsSuccess();
    }

    Where where(int projectId, UUID scannerId) {
        Where where = Where.project(projectId).and("scanner_id = ?", scannerId);
        any(where, "status", statuses);
        any(where, "triggered_by", triggers);
        any(where, "verdict", verdicts);
        any(where, "session_id", sessionIds);
        tags(where, scannerId);
        return where;
    }

    /** One value is asked for as one, because only then an index gives the rows in their order. */
    private static void any(Where where, String column, List<String> values) {
        if (values.size() == 1) {
            where.and(column + " = ?", values.get(0));
        } else if (!values.isEmpty()) {
            where.and(column + " = any(?)", values.toArray(String[]::new));
        }
    }

    /** An index holds tags with their scanner in front. */
    private void tags(Where where, UUID scannerId) {
        if (!tags.isEmpty()) {
            String[] keys = tags.stream().map(tag -> scannerId + ":" + tag).toArray(String[]::new);
            where.and("observation_tag_keys(scanner_id, tags, tags_freeform) && ?", keys);
        }
    }
}
