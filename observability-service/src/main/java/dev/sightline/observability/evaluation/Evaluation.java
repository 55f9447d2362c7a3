package dev.sightline.observability.evaluation;

import dev.sightline.observability.evaluation.condition.ConditionSet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An evaluation as it is stored.
 *
 * @param model empty for the project's default
 * @param version grows with every save
 */
public record Evaluation(
        int projectId,
        UUID id,
        String name,
        String description,
        State state,
        Criteria criteria,
        List<ConditionSet> conditions,
        Optional<ModelChoice> model,
        Made made,
        int version) {

    /** Whether it runs by itself and why not. */
    public record State(Status status, StatusReason reason, String detail, boolean deleted) {

        static State of(Standing standing, boolean deleted) {
            return new State(standing.status(), standing.reason(), standing.detail(), deleted);
        }
    }

    /** By whom and when; the author is null once gone. */
    public record Made(Integer by, Instant at, Instant savedAt) {}

    /** Whether events are judged by it as they come. */
    public boolean runsByItself() {
        return state.status() == Status.ACTIVE && !state.deleted();
    }
}
