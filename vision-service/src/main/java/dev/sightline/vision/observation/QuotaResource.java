package dev.sightline.vision.observation;

import dev.sightline.auth.Caller;
import dev.sightline.auth.RequiresScopes;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Where the project's organization stands in the month (spec/vision.md 8.5). */
@Path("/api/projects/{project_id}/vision/quota")
@Produces(MediaType.APPLICATION_JSON)
class QuotaResource {

    private final Quota quota;
    private final Caller caller;

    QuotaResource(Quota quota, Caller caller) {
        this.quota = quota;
        this.caller = caller;
    }

    @GET
    @RequiresScopes("replay_scanner:read")
    public Uni<QuotaState> retrieve() {
        return quota.of(caller.projectId());
    }
}
