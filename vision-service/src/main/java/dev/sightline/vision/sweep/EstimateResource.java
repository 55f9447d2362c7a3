package dev.sightline.vision.sweep;

import dev.sightline.auth.Caller;
import dev.sightline.auth.RequiresScopes;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Tells beforehand how much a scanner would look at (spec/vision.md 7.8). Nothing is saved. */
@Path("/api/projects/{project_id}/vision/scanners/estimate")
@Produces(MediaType.APPLICATION_JSON)
class EstimateResource {

    private final EstimateAnswers answers;
    private final Caller caller;

    EstimateResource(EstimateAnswers answers, Caller caller) {
        this.answers = answers;
        this.caller = caller;
    }

    @POST
    @RequiresScopes({"replay_scanner:read", "session_recording:read"})
    public Uni<Estimate> estimate(EstimateRequest body) {
        return answers.to(caller.projectId(), body);
    }
}
