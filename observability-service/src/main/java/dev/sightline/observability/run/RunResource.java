package dev.sightline.observability.run;

import dev.sightline.api.Page;
import dev.sightline.api.PageRequest;
import dev.sightline.auth.Caller;
import dev.sightline.auth.RequiresScopes;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;

/** Runs of a project's evaluations (spec/observability.md 4, DECISIONS 27, 30). */
@Path("/api/projects/{project_id}/evaluation_runs")
@Produces(MediaType.APPLICATION_JSON)
class RunResource {

    private final Runs runs;
    private final Caller caller;

    RunResource(Runs runs, Caller caller) {
        this.runs = runs;
        this.caller = caller;
    }

    /** Answers as soon as the run is queued. */
    @POST
    @RequiresScopes("evaluation:write")
    public Uni<StartedView> request(RunRequest body) {
        return runs.request(caller.projectId(), body);
    }

    @GET
    @RequiresScopes("evaluation:read")
    @Parameter(name = "evaluation_id", in = ParameterIn.QUERY)
    @Parameter(name = "target_event_id", in = ParameterIn.QUERY)
    @Parameter(name = "status", in = ParameterIn.QUERY)
    @Parameter(name = "limit", in = ParameterIn.QUERY)
    @Parameter(name = "offset", in = ParameterIn.QUERY)
    public Uni<Page<RunView>> list(@Context UriInfo uri) {
        return runs.list(caller.projectId(), RunFilter.of(uri), PageRequest.of(uri));
    }

    @GET
    @Path("/{id}")
    @RequiresScopes("evaluation:read")
    public Uni<RunView> retrieve(@RestPath("id") UUID id) {
        return runs.find(caller.projectId(), id);
    }
}
