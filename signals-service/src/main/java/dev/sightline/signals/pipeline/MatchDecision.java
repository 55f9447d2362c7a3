package dev.sightline.signals.pipeline;

import java.util.List;
import java.util.UUID;

/** Which report a signal belongs to (spec/signals.md 2.5). */
public sealed interface MatchDecision {

    /** Why, in a sentence short enough to show. */
    String reason();

    /**
     * It joins a report.
     *
     * @param parentSignalId the candidate that decided
     * @param matchQuery the query that found the candidate
     */
    record Existing(UUID reportId, UUID parentSignalId, String matchQuery, String reason) implements MatchDecision {

        /** The same with something to add to its reason. */
        Existing because(String more) {
            return new Existing(reportId, parentSignalId, matchQuery, reason + " (" + more + ")");
        }
    }

    /**
     * It opens a report.
     *
     * @param rejectedSignalIds the candidates it was not like
     */
    record Opening(String title, String summary, List<UUID> rejectedSignalIds, String reason)
            implements MatchDecision {}
}
