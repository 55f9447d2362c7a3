package dev.sightline.observability.run;

import dev.sightline.observability.evaluation.Criteria;
import dev.sightline.observability.evaluation.Evaluation;
import dev.sightline.observability.evaluation.EvaluationCatalogue;
import dev.sightline.observability.generation.Generation;
import dev.sightline.observability.run.judge.ErrorType;
import dev.sightline.observability.run.judge.JudgeFailure;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Carries out one run: finds the evaluation and the event, and has the one judge the other. */
@ApplicationScoped
class RunJob {

    private final EvaluationCatalogue evaluations;
    private final TargetEvents events;
    private final JudgeRun judges;
    private final ProgramRun programs;

    RunJob(EvaluationCatalogue evaluations, TargetEvents events, JudgeRun judges, ProgramRun programs) {
        this.evaluations = evaluations;
        this.events = events;
        this.judges = judges;
        this.programs = programs;
    }

    /** Fails only if nothing can be said yet; the run is then begun again later. */
    Uni<Outcome> run(Run run) {
        return evaluations.find(run.projectId(), run.evaluationId()).chain(found -> begin(run, found));
    }

    private Uni<Outcome> begin(Run run, Optional<Evaluation> found) {
        if (found.isEmpty()) {
            return Uni.createFrom()
                    .item(Outcome.Failed.of(ErrorType.EVALUATION_NOT_FOUND, "The evaluation does not exist."));
        }
        if (run.automatic() && !found.get().runsByItself()) {
            return Uni.createFrom()
                    .item(new Outcome.Skipped(
                            ErrorType.EVALUATION_DISABLED, "The evaluation was switched off or deleted meanwhile."));
        }
        return events.find(run)
                .chain(generation -> judge(found.get(), generation))
                .onFailure(TargetEvents.Missing.class)
                .recoverWithItem(TargetEvents.Missing::outcome)
                .onFailure(JudgeFailure.class)
                .recoverWithItem(failure -> Outcome.of(failure));
    }

    private Uni<Outcome> judge(Evaluation evaluation, Generation generation) {
        return evaluation.criteria() instanceof Criteria.Judged judged
                ? judges.run(evaluation, judged, generation)
                : programs.run(evaluation, (Criteria.Coded) evaluation.criteria(), generation);
    }
}
