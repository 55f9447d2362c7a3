package dev.sightline.observability.run;

import dev.sightline.observability.evaluation.Evaluation;
import java.util.UUID;

/** That a run was queued (DECISIONS 27). */
record StartedView(String workflowId, String status, Judged evaluation, UUID targetEventId) {

    record Judged(UUID id, String name) {}

    static StartedView of(NewRun run) {
        Evaluation evaluation = run.evaluation();
        return new StartedView(
                run.workflowId(),
                "started",
                new Judged(evaluation.id(), evaluation.name()),
                run.target().event());
    }
}
