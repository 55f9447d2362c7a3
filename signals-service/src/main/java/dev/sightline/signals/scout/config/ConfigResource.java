package dev.sightline.signals.scout.config;

import dev.sightline.activity.Actor;
import dev.sightline.auth.Caller;
import dev.sightline.auth.RequiresScopes;
import dev.sightline.signals.scout.config.ConfigRequests.Change;
import dev.sightline.signals.scout.config.ConfigRequests.Register;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** The scouts of a project and their schedules (spec/scouts.md 4). */
@Path("/api/projects/{project_id}/signals/scout/configs")
@Produces(MediaType.APPLICATION_JSON)
class ConfigResource {

    private final Configs configs;
    private final ConfigViews views;
    private final FleetSync fleet;
    private final Caller caller;

    ConfigResource(Configs configs, ConfigViews views, FleetSync fleet, Caller caller) {
        this.configs = configs;
        this.views = views;
        this.fleet = fleet;
        this.caller = caller;
    }

    @GET
    @RequiresScopes("signal_scout:read")
    public Uni<List<ConfigView>> list() {
        return views.list(caller.projectId());
    }

    @POST
    @RequiresScopes("signal_scout:write")
    @APIResponse(
            responseCode = "200",
            description = "The scout was configured already",
            content = @Content(schema = @Schema(implementation = ConfigView.class)))
    @APIResponse(
            responseCode = "201",
            description = "The scout is configured",
            content = @Content(schema = @Schema(implementation = ConfigView.class)))
    public Uni<RestResponse<ConfigView>> register(Register body) {
        return configs.register(caller.projectId(), Actor.of(caller), body)
                .flatMap(registered -> views.one(registered.config())
                        .map(view -> RestResponse.status(registered.created() ? Status.CREATED : Status.OK, view)));
    }

    @PATCH
    @Path("{id}")
    @RequiresScopes("signal_scout:write")
    public Uni<ConfigView> change(@RestPath UUID id, Change body) {
        return configs.change(caller.projectId(), Actor.of(caller), id, body).flatMap(views::one);
    }

    @DELETE
    @Path("{id}")
    @RequiresScopes("signal_scout:write")
    public Uni<Void> delete(@RestPath UUID id) {
        return configs.delete(caller.projectId(), Actor.of(caller), id);
    }

    /** Brings the shipped scouts into the project and answers the whole fleet. */
    @POST
    @Path("sync")
    @RequiresScopes("signal_scout:write")
    public Uni<List<ConfigView>> sync() {
        int projectId = caller.projectId();
        return fleet.sync(projectId, Actor.of(caller)).chain(() -> views.list(projectId));
    }
}
