package dev.sightline.signals.scout.schedule;

import dev.sightline.signals.scout.agent.Agent;
import dev.sightline.signals.scout.run.ExecutorKind;
import dev.sightline.signals.scout.run.RunEnd;
import dev.sightline.signals.scout.run.RunStore;
import dev.sightline.signals.scout.run.ScoutRun;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Carries out runs that ask a model. */
@ApplicationScoped
class ModelRuns {

    private final Agent agent;
    private final RunStore runs;

    ModelRuns(Agent agent, RunStore runs) {
        this.agent = agent;
        this.runs = runs;
    }

    /** Takes one run that waits, if there is one. */
    Uni<List<ScoutRun>> take() {
        return runs.claim(ExecutorKind.MODEL, 1);
    }

    /** Carries runs out one after the other and ends each, as failed if anything goes wrong. */
    Uni<Void> carryOut(List<ScoutRun> batch) {
        return Multi.createFrom()
                .iterable(batch)
                .onItem()
                .transformToUniAndConcatenate(this::carryOut)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Boolean> carryOut(ScoutRun run) {
        return agent.run(run).onFailure().recoverWithItem(ModelRuns::failed).flatMap(end -> runs.end(run, end));
    }

    private static RunEnd failed(Throwable failure) {
        String why = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return new RunEnd.Failed(why);
    }
}
