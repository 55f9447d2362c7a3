package dev.sightline.observability.run;

import dev.sightline.observability.evaluation.Criteria;
import dev.sightline.observability.evaluation.Evaluation;
import dev.sightline.observability.evaluation.StatusReason;
import dev.sightline.observability.evaluation.program.ProgramRunner;
import dev.sightline.observability.generation.Generation;
import dev.sightline.observability.hog.HogEvaluation;
import dev.sightline.observability.hog.Verdict;
import dev.sightline.observability.run.judge.ErrorType;
import dev.sightline.observability.run.judge.Finding;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** A program judges. One that fails by its own fault is switched off (spec/observability.md 5.6). */
@ApplicationScoped
class ProgramRun {

    private final ProgramRunner runner;

    ProgramRun(ProgramRunner runner) {
        this.runner = runner;
    }

    Uni<Outcome> run(Evaluation evaluation, Criteria.Coded criteria, Generation generation) {
        HogEvaluation program = HogEvaluation.load(criteria.bytecode(), criteria.allowsNa());
        return runner.judge(program, generation.globals(program), () -> false)
                .map(verdict -> outcome(evaluation, generation, verdict));
    }

    private static Outcome outcome(Evaluation evaluation, Generation generation, Verdict verdict) {
        if (verdict instanceof Verdict.Judged judged) {
            return judged(evaluation, generation, Finding.of(judged.result(), judged.reasoning()));
        }
        if (verdict instanceof Verdict.NotApplicable none) {
            return judged(evaluation, generation, Finding.notApplicable(none.reasoning()));
        }
        if (verdict instanceof Verdict.UnfitInput unfit) {
            return new Outcome.Skipped(ErrorType.UNFIT_INPUT, unfit.error());
        }
        if (verdict instanceof Verdict.Broken broken) {
            return new Outcome.Failed(
                    ErrorType.HOG_ERROR, broken.error(), Optional.of(StatusReason.HOG_ERROR), Optional.empty());
        }
        throw new IllegalStateException("The program was interrupted");
    }

    private static Outcome judged(Evaluation evaluation, Generation generation, Finding finding) {
        return new Outcome.Judged(evaluation, generation, finding, Optional.empty(), Optional.empty());
    }
}
