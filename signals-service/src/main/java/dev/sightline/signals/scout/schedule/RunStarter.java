package dev.sightline.signals.scout.schedule;

import dev.sightline.api.ApiException;
import dev.sightline.signals.scout.config.FleetSync;
import dev.sightline.signals.scout.run.RunStore;
import dev.sightline.signals.scout.run.ScoutRun;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Starts a run because somebody asked for it (spec/scouts.md 14). A scout that is switched off runs as well. */
@ApplicationScoped
class RunStarter {

    private final RunAllowance allowance;
    private final FleetSync fleet;
    private final FreshRuns fresh;
    private final RunStore runs;

    RunStarter(RunAllowance allowance, FleetSync fleet, FreshRuns fresh, RunStore runs) {
        this.allowance = allowance;
        this.fleet = fleet;
        this.fresh = fresh;
        this.runs = runs;
    }

    /**
     * Starts a run; a 404 for a scout that the project has not, a 409 while it runs, a 429 over the day's limit.
     *
     * @param external whether somebody else drives it
     */
    Uni<ScoutRun> start(int projectId, UUID configId, boolean external) {
        return allowance
                .check(projectId)
                .call(fleet::refresh)
                .flatMap(limits -> fresh.of(limits, configId, external))
                .call(runs::reap)
                .call(run -> runs.insert(run).invoke(RunStarter::checkAlone));
    }

    private static void checkAlone(boolean stored) {
        if (!stored) {
            throw ApiException.conflict("This scout is running already.");
        }
    }
}
