package dev.sightline.observability.dataset;

import dev.sightline.activity.Actor;
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
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** Items of the datasets of a project (spec/observability.md 2). */
@Path("/api/projects/{project_id}/dataset_items")
@Produces(MediaType.APPLICATION_JSON)
class ItemResource {

    private final Items items;
    private final Caller caller;

    ItemResource(Items items, Caller caller) {
        this.items = items;
        this.caller = caller;
    }

    @GET
    @RequiresScopes("dataset:read")
    @Parameter(name = "dataset", in = ParameterIn.QUERY)
    @Parameter(name = "limit", in = ParameterIn.QUERY)
    @Parameter(name = "offset", in = ParameterIn.QUERY)
    public Uni<Page<ItemView>> list(@Context UriInfo uri) {
        Optional<UUID> dataset = Filters.of(uri).uuids("dataset").stream().findFirst();
        return items.list(caller.projectId(), dataset, PageRequest.of(uri));
    }

    @POST
    @ResponseStatus(201)
    @APIResponse(responseCode = "201", description = "The item was made")
    @RequiresScopes("dataset:write")
    public Uni<ItemView> create(CreateItem body) {
        return items.create(caller.projectId(), Actor.of(caller), body);
    }

    @GET
    @Path("/{id}")
    @RequiresScopes("dataset:read")
    public Uni<ItemView> retrieve(@RestPath("id") String id) {
        return items.find(caller.projectId(), Ids.of(id));
    }

    @PATCH
    @Path("/{id}")
    @RequiresScopes("dataset:write")
    public Uni<ItemView> change(@RestPath("id") String id, PatchItem body) {
        return items.change(caller.projectId(), Ids.of(id), body, Actor.of(caller));
    }

    /** Items are deleted by a flag: this route is never allowed, whatever the id. */
    @DELETE
    @Path("/{id}")
    @ResponseStatus(405)
    @APIResponse(responseCode = "405", description = "Never allowed; set deleted instead")
    @RequiresScopes("dataset:write")
    public void delete(@RestPath("id") String id) {
        // Nothing happens, and nothing is looked up.
    }
}
