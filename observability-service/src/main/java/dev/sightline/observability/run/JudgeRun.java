package dev.sightline.observability.run;

import dev.sightline.event.SignalEmitted;
import dev.sightline.observability.evaluation.Criteria;
import dev.sightline.observability.evaluation.Evaluation;
import dev.sightline.observability.generation.Generation;
import dev.sightline.observability.run.judge.Judge;
import dev.sightline.observability.run.judge.Judgement;
import dev.sightline.observability.run.judge.Judges;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** A model judges, and a positive verdict is put into words for the inbox. */
@ApplicationScoped
class JudgeRun {

    private final Judges judges;
    private final Judge judge;
    private final VerdictSignals signals;

    JudgeRun(Judges judges, Judge judge, VerdictSignals signals) {
        this.judges = judges;
        this.judge = judge;
        this.signals = signals;
    }

    /** Fails with a {@link dev.sightline.observability.run.judge.JudgeFailure}. */
    Uni<Outcome> run(Evaluation evaluation, Criteria.Judged criteria, Generation generation) {
        return judges.of(evaluation)
                .chain(access -> judge.judge(access, criteria, generation))
                .chain(judgement -> signals.of(evaluation, criteria, generation, judgement)
                        .map(signal -> outcome(evaluation, generation, judgement, signal)));
    }

    private static Outcome outcome(
            Evaluation evaluation, Generation generation, Judgement judgement, Optional<SignalEmitted> signal) {
        return new Outcome.Judged(evaluation, generation, judgement.finding(), Optional.of(judgement), signal);
    }
}
