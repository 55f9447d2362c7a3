package dev.sightline.signals.scout.schedule;

import dev.sightline.auth.Caller;
import dev.sightline.auth.RequiresScopes;
import dev.sightline.signals.scout.Settings;
import dev.sightline.signals.scout.run.RunStore;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The limits that the schedule applies to a project. */
@Path("/api/projects/{project_id}/signals/scout/metadata/current")
@Produces(MediaType.APPLICATION_JSON)
class MetadataResource {

    private final Settings settings;
    private final RunStore runs;
    private final Caller caller;

    MetadataResource(Settings settings, RunStore runs, Caller caller) {
        this.settings = settings;
        this.runs = runs;
        this.caller = caller;
    }

    @GET
    @RequiresScopes("signal_scout:read")
    public Uni<MetadataView> current() {
        int projectId = caller.projectId();
        return settings.of(projectId)
                .flatMap(limits -> runs.today(projectId).map(today -> MetadataView.of(limits, today)));
    }
}
