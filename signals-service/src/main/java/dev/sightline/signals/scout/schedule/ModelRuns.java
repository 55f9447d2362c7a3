package dev.sightline.signals.scout.schedule;

import dev.sightline.signals.scout.agent.Agent;
import dev.sightline.signals.scout.run.RunEnd;
import dev.sightline.signals.scout.run.RunStore;
import dev.sightline.signals.scout.run.ScoutRun;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Carries out runs that ask a model. */
@ApplicationScoped
class ModelRuns {

    private final Agent agent;
    private final RunStore runs;

    ModelRuns(Agent agent, RunStore runs) {
        this.agent = agent;
        this.runs = runs;
    }

    /** Carries a run out and ends it, as failed if anything goes wrong. */
    Uni<Void> carryOut(ScoutRun run) {
        return agent.run(run)
                .onFailure()
                .recoverWithItem(ModelRuns::failed)
                .flatMap(end -> runs.end(run, end))
                .replaceWithVoid();
    }

    private static RunEnd failed(Throwable failure) {
        String why = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return new RunEnd.Failed(why);
    }
}
