package dev.sightline.signals.artefact;

import dev.sightline.auth.Caller;
import dev.sightline.auth.Organization;
import dev.sightline.auth.RequiresScopes;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** What a commit's branch changes. */
@Path("/api/projects/{project_id}/signals/reports/{report_id}/artefacts/{id}/diff")
@Produces(MediaType.APPLICATION_JSON)
class DiffResource {

    private final Artefacts artefacts;
    private final CommitDiffs diffs;
    private final Caller caller;

    DiffResource(Artefacts artefacts, CommitDiffs diffs, Caller caller) {
        this.artefacts = artefacts;
        this.diffs = diffs;
        this.caller = caller;
    }

    @GET
    @RequiresScopes("task:read")
    public Uni<CommitDiffs.Diff> diff(@RestPath("report_id") UUID report, @RestPath UUID id) {
        Organization organization = caller.organization();
        return artefacts
                .find(new ReportKey(caller.projectId(), report), id)
                .flatMap(artefact -> diffs.of(artefact, organization));
    }
}
