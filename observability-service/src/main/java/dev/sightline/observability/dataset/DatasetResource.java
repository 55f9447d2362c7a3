package dev.sightline.observability.dataset;

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
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** Datasets of a project (spec/observability.md 1). */
@Path("/api/projects/{project_id}/datasets")
@Produces(MediaType.APPLICATION_JSON)
class DatasetResource {

    private final Datasets datasets;
    private final Caller caller;

    DatasetResource(Datasets datasets, Caller caller) {
        this.datasets = datasets;
        this.caller = caller;
    }

    @GET
    @RequiresScopes("dataset:read")
    @Parameter(name = "id__in", in = ParameterIn.QUERY)
    @Parameter(name = "search", in = ParameterIn.QUERY)
    @Parameter(name = "order_by", in = ParameterIn.QUERY)
    @Parameter(name = "limit", in = ParameterIn.QUERY)
    @Parameter(name = "offset", in = ParameterIn.QUERY)
    public Uni<Page<DatasetView>> list(@Context UriInfo uri) {
        return datasets.list(caller.projectId(), DatasetFilter.of(uri), PageRequest.of(uri));
    }

    @POST
    @ResponseStatus(201)
    @APIResponse(responseCode = "201", description = "The dataset was made")
    @RequiresScopes("dataset:write")
    public Uni<DatasetView> create(CreateDataset body) {
        return datasets.create(caller.projectId(), Actor.of(caller), body);
    }

    @GET
    @Path("/{id}")
    @RequiresScopes("dataset:read")
    public Uni<DatasetView> retrieve(@RestPath("id") String id) {
        return datasets.find(caller.projectId(), Ids.of(id));
    }

    @PATCH
    @Path("/{id}")
    @RequiresScopes("dataset:write")
    public Uni<DatasetView> change(@RestPath("id") String id, PatchDataset body) {
        return datasets.change(caller.projectId(), Ids.of(id), body, Actor.of(caller));
    }

    /** Datasets are deleted by a flag: this route is never allowed, whatever the id. */
    @DELETE
    @Path("/{id}")
    @ResponseStatus(405)
    @APIResponse(responseCode = "405", description = "Never allowed; set deleted instead")
    @RequiresScopes("dataset:write")
    public void delete(@RestPath("id") String id) {
        // Nothing happens, and nothing is looked up.
    }
}
