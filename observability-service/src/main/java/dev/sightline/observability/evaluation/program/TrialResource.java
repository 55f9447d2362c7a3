package dev.sightline.observability.evaluation.program;

import dev.sightline.auth.Caller;
import dev.sightline.auth.RequiresScopes;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Trying a program before it is saved. It changes nothing, so reading suffices. */
@Path("/api/projects/{project_id}/evaluations/test_hog")
@Produces(MediaType.APPLICATION_JSON)
class TrialResource {

    private final TrialReader reader;
    private final Trials trials;
    private final Caller caller;

    TrialResource(TrialReader reader, Trials trials, Caller caller) {
        this.reader = reader;
        this.trials = trials;
        this.caller = caller;
    }

    @POST
    @RequiresScopes("evaluation:read")
    public Uni<TrialView> test(TrialBody body) {
        return trials.run(caller.projectId(), reader.read(caller.projectId(), body));
    }
}
