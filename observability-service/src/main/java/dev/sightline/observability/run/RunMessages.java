package dev.sightline.observability.run;

import dev.sightline.event.EvaluationRunCompleted;
import dev.sightline.event.EventCaptured;
import dev.sightline.json.Wire;
import dev.sightline.messaging.OutboxMessage;
import dev.sightline.observability.run.judge.Finding;
import java.time.Instant;
import java.util.Optional;

/** What the end of a run tells the others. */
record RunMessages(Run run, Outcome outcome, Instant now) {

    OutboxMessage completed() {
        return OutboxMessage.of(run.projectId() + ":" + run.evaluationId(), completion());
    }

    /** The verdict as an event; empty if there is none. */
    Optional<OutboxMessage> verdict() {
        if (!(outcome instanceof Outcome.Judged judged)) {
            return Optional.empty();
        }
        EventCaptured event = new VerdictEvent(run, judged).captured(now);
        return Optional.of(OutboxMessage.of(event.uuid(), run.projectId() + ":" + event.distinctId(), event));
    }

    private EvaluationRunCompleted completion() {
        Optional<Outcome.Judged> judged =
                outcome instanceof Outcome.Judged found ? Optional.of(found) : Optional.empty();
        return new EvaluationRunCompleted(
                run.projectId(),
                run.id(),
                run.workflowId(),
                run.evaluationId(),
                judged.map(found -> found.evaluation().name()).orElse(null),
                judged.map(found -> Wire.name(found.evaluation().criteria().type()))
                        .orElse(null),
                run.automatic() ? "automatic" : "manual",
                run.target().event(),
                outcome.status(),
                judged.map(Outcome.Judged::finding).map(Finding::verdict).orElse(null),
                judged.map(Outcome.Judged::finding).map(Finding::reasoning).orElse(null),
                outcome.type() == null ? null : Wire.name(outcome.type()),
                now);
    }
}
