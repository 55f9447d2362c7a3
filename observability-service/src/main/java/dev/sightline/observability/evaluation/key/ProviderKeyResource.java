package dev.sightline.observability.evaluation.key;

import dev.sightline.api.Filters;
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

/** Provider keys of a project (DECISIONS 29). */
@Path("/api/projects/{project_id}/llm_analytics/provider_keys")
@Produces(MediaType.APPLICATION_JSON)
class ProviderKeyResource {

    private final ProviderKeys keys;
    private final Caller caller;

    ProviderKeyResource(ProviderKeys keys, Caller caller) {
        this.keys = keys;
        this.caller = caller;
    }

    @GET
    @RequiresScopes("evaluation:read")
    @Parameter(name = "limit", in = ParameterIn.QUERY)
    @Parameter(name = "offset", in = ParameterIn.QUERY)
    public Uni<Page<KeyView>> list(@Context UriInfo uri) {
        return keys.list(caller.projectId(), PageRequest.of(uri));
    }

    @POST
    @ResponseStatus(201)
    @APIResponse(responseCode = "201", description = "The key was tried and stored")
    @RequiresScopes("evaluation:write")
    public Uni<KeyView> create(CreateKey body) {
        return keys.create(caller.projectId(), caller.person(), body);
    }

    @GET
    @Path("/{id}")
    @RequiresScopes("evaluation:read")
    public Uni<KeyView> retrieve(@RestPath("id") UUID id) {
        return keys.find(caller.projectId(), id);
    }

    @PATCH
    @Path("/{id}")
    @RequiresScopes("evaluation:write")
    public Uni<KeyView> change(@RestPath("id") UUID id, PatchKey body) {
        return keys.change(caller.projectId(), id, body);
    }

    @DELETE
    @Path("/{id}")
    @ResponseStatus(204)
    @APIResponse(responseCode = "204", description = "The key is gone")
    @RequiresScopes("evaluation:write")
    @Parameter(name = "replacement_key_id", in = ParameterIn.QUERY)
    public Uni<Void> delete(@RestPath("id") UUID id, @Context UriInfo uri) {
        return keys.delete(
                caller.projectId(),
                id,
                Filters.of(uri).uuids("replacement_key_id").stream().findFirst());
    }
}
