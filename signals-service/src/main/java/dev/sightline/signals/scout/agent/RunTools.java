package dev.sightline.signals.scout.agent;

import dev.sightline.signals.scout.run.RunFilter;
import dev.sightline.signals.scout.run.RunStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Looks back at earlier runs. */
@ApplicationScoped
class RunTools implements Tools {

    private final RunStore runs;

    RunTools(RunStore runs) {
        this.runs = runs;
    }

    @Override
    public List<Tool> tools() {
        return List.of(
                Tools.tool(
                        "runs",
                        "Earlier runs of scouts, newest first. Optional: text (in the summary), skill_name, limit.",
                        (run, sent) -> runs.list(
                                run.projectId(),
                                RunFilter.latest(sent.optional("skill_name"), sent.optional("text"), sent.limit()))),
                Tools.tool(
                        "run",
                        "One earlier run. Required: run_id.",
                        (run, sent) -> runs.find(run.projectId(), sent.uuid("run_id"))));
    }
}
