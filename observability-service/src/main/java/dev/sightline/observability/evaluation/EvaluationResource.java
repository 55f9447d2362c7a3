package dev.sightline.observability.evaluation;

import dev.sightline.activity.Actor;
import dev.sightline.api.Page;
import dev.sightline.api.PageRequest;
import dev.sightline.auth.Caller;
import dev.sightline.auth.RequiresScopes;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** Evaluations of a project (spec/observability.md 3). */
@Path("/api/projects/{project_id}/evaluations")
@Produces(MediaType.APPLICATION_JSON)
class EvaluationResource {

    private final Evaluations evaluations;
    private final Caller caller;

    EvaluationResource(Evaluations evaluations, Caller caller) {
        this.evaluations = evaluations;
        this.caller = caller;
    }

    @GET
    @RequiresScopes("evaluation:read")
    @Parameter(name = "enabled", in = ParameterIn.QUERY)
    @Parameter(name = "evaluation_type", in = ParameterIn.QUERY)
    @Parameter(name = "id__in", in = ParameterIn.QUERY)
    @Parameter(name = "search", in = ParameterIn.QUERY)
    @Parameter(name = "order_by", in = ParameterIn.QUERY)
    @Parameter(name = "limit", in = ParameterIn.QUERY)
    @Parameter(name = "offset", in = ParameterIn.QUERY)
    public Uni<Page<EvaluationView>> list(@Context UriInfo uri) {
        return evaluations.list(caller.projectId(), EvaluationFilter.of(uri), PageRequest.of(uri));
    }

    @POST
    @ResponseStatus(201)
    @APIResponse(responseCode = "201", description = "The evaluation was made")
    @RequiresScopes("evaluation:write")
    public Uni<EvaluationView> create(CreateEvaluation body) {
        return evaluations.create(caller.projectId(), Actor.of(caller), body);
    }

    @GET
    @Path("/{id}")
    @RequiresScopes("evaluation:read")
    public Uni<EvaluationView> retrieve(@RestPath("id") UUID id) {
        return evaluations.find(caller.projectId(), id);
    }

    @PATCH
    @Path("/{id}")
    @RequiresScopes("evaluation:write")
    public Uni<EvaluationView> change(@RestPath("id") UUID id, PatchEvaluation body) {
        return evaluations.change(caller.projectId(), id, body, Actor.of(caller));
    }

    /** Evaluations are deleted by a flag: this route is never allowed, whatever the id. */
    @DELETE
    @Path("/{id}")
    @ResponseStatus(405)
    @APIResponse(responseCode = "405", description = "Never allowed; set deleted instead")
    @RequiresScopes("evaluation:write")
    public void delete(@RestPath("id") String id) {
        // Nothing happens, and nothing is looked up.
    }
}
