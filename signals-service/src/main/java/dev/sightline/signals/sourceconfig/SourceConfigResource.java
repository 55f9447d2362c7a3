package dev.sightline.signals.sourceconfig;

import dev.sightline.api.Page;
import dev.sightline.api.PageRequest;
import dev.sightline.auth.Caller;
import dev.sightline.auth.RequiresScopes;
import dev.sightline.signals.sourceconfig.SourceConfigRequests.Change;
import dev.sightline.signals.sourceconfig.SourceConfigRequests.Whole;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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

/** Source configurations of a project (spec/signals.md 8). */
@Path("/api/projects/{project_id}/signals/source_configs")
@Produces(MediaType.APPLICATION_JSON)
class SourceConfigResource {

    private final SourceConfigs configs;
    private final Caller caller;

    SourceConfigResource(SourceConfigs configs, Caller caller) {
        this.configs = configs;
        this.caller = caller;
    }

    @GET
    @RequiresScopes("task:read")
    @Parameter(name = "limit", in = ParameterIn.QUERY)
    @Parameter(name = "offset", in = ParameterIn.QUERY)
    public Uni<Page<SourceConfigView>> list(@Context UriInfo uri) {
        return configs.list(caller.projectId(), PageRequest.of(uri));
    }

    @POST
    @ResponseStatus(201)
    @APIResponse(responseCode = "201", description = "The source is configured")
    @RequiresScopes("task:write")
    public Uni<SourceConfigView> create(Whole body) {
        return configs.create(Editor.of(caller), body);
    }

    @GET
    @Path("{id}")
    @RequiresScopes("task:read")
    public Uni<SourceConfigView> retrieve(@RestPath UUID id) {
        return configs.find(caller.projectId(), id);
    }

    @PUT
    @Path("{id}")
    @RequiresScopes("task:write")
    public Uni<SourceConfigView> replace(@RestPath UUID id, Whole body) {
        return configs.replace(Editor.of(caller), id, body);
    }

    @PATCH
    @Path("{id}")
    @RequiresScopes("task:write")
    public Uni<SourceConfigView> change(@RestPath UUID id, Change body) {
        return configs.change(Editor.of(caller), id, body);
    }

    @DELETE
    @Path("{id}")
    @RequiresScopes("task:write")
    public Uni<Void> delete(@RestPath UUID id) {
        return configs.delete(Editor.of(caller), id);
    }
}
