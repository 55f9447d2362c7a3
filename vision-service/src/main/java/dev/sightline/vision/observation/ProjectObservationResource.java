package dev.sightline.vision.observation;

import dev.sightline.api.ApiException;
import dev.sightline.api.Filters;
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
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** What all scanners of a project saw in a session (spec/vision.md 8.4). */
@Path("/api/projects/{project_id}/vision/observations")
@Produces(MediaType.APPLICATION_JSON)
class ProjectObservationResource {

    private final Observations observations;
    private final Caller caller;

    ProjectObservationResource(Observations observations, Caller caller) {
        this.observations = observations;
        this.caller = caller;
    }

    @GET
    @RequiresScopes({"replay_scanner:read", "session_recording:read"})
    @Parameter(name = "session_id", in = ParameterIn.QUERY, required = true)
    @Parameter(name = "limit", in = ParameterIn.QUERY)
    @Parameter(name = "offset", in = ParameterIn.QUERY)
    public Uni<Page<ObservationView>> list(@Context UriInfo uri) {
        String sessionId = Filters.of(uri).text("session_id").orElseThrow(() -> ApiException.required("session_id"));
        return observations.ofSession(caller.projectId(), sessionId, PageRequest.of(uri));
    }

    @GET
    @Path("/{id}")
    @RequiresScopes({"replay_scanner:read", "session_recording:read"})
    public Uni<ObservationView> retrieve(@RestPath("id") String id) {
        return observations.find(caller.projectId(), id);
    }

    @POST
    @Path("/{id}/retry")
    @ResponseStatus(202)
    @APIResponseSchema(
            value = RetriedView.class,
            responseCode = "202",
            responseDescription = "The scanner looks at the session again")
    @RequiresScopes({"replay_scanner:write", "session_recording:read"})
    public Uni<RetriedView> retry(@RestPath("id") String id) {
        return observations.retry(caller.projectId(), id, caller.person());
    }
}
