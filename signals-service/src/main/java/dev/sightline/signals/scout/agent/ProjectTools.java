package dev.sightline.signals.scout.agent;

import dev.sightline.signals.scout.profile.Profiles;
import dev.sightline.signals.scout.projection.Rosters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Shows what is known of the project. */
@ApplicationScoped
class ProjectTools implements Tools {

    private final Profiles profiles;
    private final HistoryTool history;
    private final Rosters rosters;

    ProjectTools(Profiles profiles, HistoryTool history, Rosters rosters) {
        this.profiles = profiles;
        this.history = history;
        this.rosters = rosters;
    }

    @Override
    public List<Tool> tools() {
        return List.of(
                Tools.tool(
                        "project_profile",
                        "Facts about the project and how complete each section is. No arguments.",
                        (run, sent) -> profiles.fresh(run.projectId(), false)),
                Tools.tool(
                        "roster",
                        "Scanners, evaluations and datasets that people have set up, what they deleted included: since"
                                + " when each is switched on and when it was last changed. No arguments.",
                        (run, sent) -> rosters.of(List.of(run.projectId()))
                                .map(read -> read.get(run.projectId()).things())),
                history);
    }
}
