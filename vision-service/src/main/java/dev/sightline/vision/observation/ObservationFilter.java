package dev.sightline.vision.observation;

import dev.sightline.sql.Where;
import java.util.List;
import java.util.Set;
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

    /** Whether tags and triggers decide; whatever has tags has succeeded. */
    boolean isOfTags() {
        return !tags.isEmpty() && verdicts.isEmpty() && sessionIds.isEmpty();
    }

    String[] admittedTriggers() {
        return (triggers.isEmpty() ? TRIGGERS : triggers).toArray(String[]::new);
    }

    /** Whether rows of the strand pass, as far as outcomes decide. */
    boolean admits(Strand strand) {
        return (tags.isEmpty() || strand.status() == ObservationStatus.SUCCEEDED)
                && admits(statuses, strand.status().wire())
                && admits(triggers, strand.trigger())
                && admits(verdicts, strand.verdict());
    }

    private static boolean admits(List<String> asked, String value) {
        return asked.isEmpty() || asked.contains(value);
    }

    /** Which sums pass; they have the columns that outcomes are filtered by. */
    Where outcomes(ScannerKey scanner) {
        Where where = Where.project(scanner.projectId()).and("scanner_id = ?", scanner.id());
        any(where, "status", statuses);
        any(where, "triggered_by", triggers);
        any(where, "verdict", verdicts);
        return where;
    }

    /** Which rows pass. Sessions have an index of their own, beside which nothing else may tempt the planner. */
    Where rows(ScannerKey scanner) {
        if (!sessionIds.isEmpty()) {
            return met(outcomes(scanner).and("session_id = any(?)", sessionIds.toArray(String[]::new)));
        }
        Where where = Where.project(scanner.projectId())
                .and("scanner_id = ?", scanner.id())
                .and("strand = any(?)", Strand.codes(Strand.of(this)));
        if (!tags.isEmpty()) {
            String[] keys = tags.stream().map(tag -> scanner.id() + ":" + tag).toArray(String[]::new);
            where.and("observation_tag_keys(scanner_id, tags, tags_freeform) && ?", keys);
        }
        return where;
    }

    /**
     * The same for rows that are met on a walk through strands: asked of each row, not of an index. A {@code case},
     * because the planner would think that next to no row passes, and sort them all instead of walking.
     */
    Where met(Where where) {
        if (!tags.isEmpty()) {
            String asked = where.bind(tags.toArray(String[]::new));
            where.and("case when jsonb_typeof(tags) = 'array' and tags ?| " + asked
                    + " or jsonb_typeof(tags_freeform) = 'array' and tags_freeform ?| " + asked
                    + " then true else false end");
        }
        return where;
    }

    private static void any(Where where, String column, List<String> values) {
        if (!values.isEmpty()) {
            where.and(column + " = any(?)", values.toArray(String[]::new));
        }
    }
}
