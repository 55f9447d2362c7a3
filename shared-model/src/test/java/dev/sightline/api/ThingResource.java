package dev.sightline.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.api.body.DefaultTo;
import dev.sightline.api.body.Nullable;
import dev.sightline.api.body.Required;
import dev.sightline.auth.Caller;
import dev.sightline.auth.RequiresScopes;
import dev.sightline.auth.UserView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A feature as small as one can be, for tests of what every feature relies on. */
@Path("/api/projects/{project_id}/things")
@Produces(MediaType.APPLICATION_JSON)
class ThingResource {

    record CreateThing(
            @Required @Size(max = 5) String name,
            Boolean enabled,
            @Nullable String note,
            List<@Size(max = 3) String> tags,
            @DefaultTo("{}") ObjectNode config) {}

    record ChangeThing(
            @Size(max = 5) Patch<String> name, @Nullable Patch<Instant> endsAt) {}

    record Thing(String name, Boolean enabled, String note, List<String> tags, ObjectNode config, UserView createdBy) {}

    private final Caller caller;

    ThingResource(Caller caller) {
        this.caller = caller;
    }

    @GET
    @RequiresScopes("thing:read")
    public Uni<Page<Integer>> list(@Context UriInfo uri) {
        PageRequest page = PageRequest.of(uri);
        return Uni.createFrom().item(page.page(10, List.of(caller.projectId())));
    }

    @POST
    @RequiresScopes({"thing:write", "other:read"})
    public Uni<Response> create(CreateThing body) {
        Thing thing = new Thing(
                body.name(), body.enabled(), body.note(), body.tags(), body.config(), UserView.of(caller.person()));
        return Uni.createFrom().item(() -> Response.status(201).entity(thing).build());
    }

    @GET
    @Path("/{id}")
    @RequiresScopes("thing:read")
    public Uni<UserView> retrieve(@PathParam("id") UUID id) {
        return Uni.createFrom().item(UserView.of(caller.person()));
    }

    @PATCH
    @Path("/{id}")
    @RequiresScopes("thing:write")
    public Uni<ChangeThing> change(@PathParam("id") UUID id, ChangeThing body) {
        return Uni.createFrom().item(body);
    }

    @DELETE
    @Path("/{id}")
    @RequiresScopes("thing:write")
    public Response delete(@PathParam("id") UUID id) {
        return Response.status(Response.Status.METHOD_NOT_ALLOWED).build();
    }

    @GET
    @Path("/{id}/failure")
    @RequiresScopes("thing:read")
    public Uni<String> fail(@PathParam("id") String id) {
        return switch (id) {
            case "refused" -> Uni.createFrom().failure(new Refusal(409, "Not now."));
            case "throttled" -> Uni.createFrom().failure(ApiException.throttled(Duration.ofMillis(12_001)));
            case "quota" -> Uni.createFrom().failure(ApiException.quotaExceeded("No more this month."));
            default -> Uni.createFrom().failure(new IllegalStateException("select secret from table"));
        };
    }

    @GET
    @Path("/scopeless")
    public String scopeless() {
        return "never";
    }

    @GET
    @Path("/internal")
    @RequiresScopes("signal_scout_internal:write")
    public String internal() {
        return "{}";
    }

    @GET
    @Path("/open")
    @PermitAll
    public String open() {
        return "{}";
    }
}
