package dev.sightline.observability.run;

import dev.sightline.json.Wire;
import dev.sightline.observability.evaluation.Evaluation;
import dev.sightline.observability.evaluation.EvaluationType;
import dev.sightline.time.UuidV7;
import java.time.Instant;
import java.util.UUID;

/**
 * A run about to be queued.
 *
 * @param workflowId names the run to clients; of two automatic runs with the same one the second is not queued
 */
public record NewRun(UUID id, String workflowId, Evaluation evaluation, Target target, boolean automatic) {

    /** One that somebody asked for: always another run (spec/observability.md 4.3). */
    static NewRun manual(Evaluation evaluation, Target target, Instant now) {
        UUID id = UuidV7.next();
        String workflowId = prefix(evaluation, target) + "-manual-" + now.toEpochMilli() + "-"
                + id.toString().substring(24);
        return new NewRun(id, workflowId, evaluation, target, false);
    }

    /** One because an event came: the same however often the event comes. */
    public static NewRun automatic(Evaluation evaluation, Target target) {
        return new NewRun(UuidV7.next(), prefix(evaluation, target) + "-ingestion", evaluation, target, true);
    }

    private static String prefix(Evaluation evaluation, Target target) {
        String runtime = evaluation.criteria().type() == EvaluationType.HOG ? "llma-hog-eval" : "llma-llm-eval";
        return runtime + "-" + evaluation.id() + "-" + target.event();
    }

    String runtime() {
        return Wire.name(evaluation.criteria().type());
    }
}
