package dev.sightline.signals.scout.run;

import dev.sightline.api.ApiException;
import dev.sightline.signals.scout.ScoutDefaults;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** What the API reads and ends of runs. */
@ApplicationScoped
class Runs {

    private final RunStore store;
    private final Emissions emissions;
    private final ScoutDefaults settings;

    Runs(RunStore store, Emissions emissions, ScoutDefaults settings) {
        this.store = store;
        this.emissions = emissions;
        this.settings = settings;
    }

    Uni<List<RunView>> list(int projectId, RunFilter filter) {
        return store.list(projectId, filter)
                .map(runs -> runs.stream().map(this::view).toList());
    }

    Uni<RunView> find(int projectId, UUID id) {
        return one(projectId, id).map(this::view);
    }

    Uni<List<Emissions.EmissionView>> emissions(int projectId, UUID id) {
        return one(projectId, id).flatMap(run -> emissions.of(projectId, id));
    }

    /** Ends a run that an outside agent drives (DECISIONS 25a). */
    Uni<RunView> close(int projectId, UUID id, RunEnd end) {
        return one(projectId, id)
                .invoke(Runs::checkExternal)
                .flatMap(run -> store.end(run, end))
                .invoke(Runs::checkFirst)
                .chain(() -> find(projectId, id));
    }

    private static void checkExternal(ScoutRun run) {
        if (run.executor() != ExecutorKind.EXTERNAL) {
            throw ApiException.conflict("This run is not driven from outside.");
        }
    }

    private static void checkFirst(boolean ended) {
        if (!ended) {
            throw ApiException.conflict("This run has ended already.");
        }
    }

    private Uni<ScoutRun> one(int projectId, UUID id) {
        return store.find(projectId, id).map(found -> found.orElseThrow(ApiException::notFound));
    }

    private RunView view(ScoutRun run) {
        return RunView.of(run, settings.taskBase());
    }
}
