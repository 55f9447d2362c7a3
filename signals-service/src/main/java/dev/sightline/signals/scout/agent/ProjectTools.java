package dev.sightline.signals.scout.agent;

import dev.sightline.signals.scout.profile.Profiles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Shows what is known of the project. */
@ApplicationScoped
class ProjectTools implements Tools {

    private final Profiles profiles;
    private final HistoryTool history;

    ProjectTools(Profiles profiles, HistoryTool history) {
        this.profiles = profiles;
        this.history = history;
    }

    @Override
    public List<Tool> tools() {
        return List.of(
                Tools.tool(
                        "project_profile",
                        "Facts about the project and how complete each section is. No arguments.",
                        (run, sent) -> profiles.fresh(run.projectId(), false)),
                history);
    }
}
