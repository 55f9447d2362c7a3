package dev.sightline.signals.scout.run;

import dev.sightline.auth.Caller;
import dev.sightline.auth.RequiresScopes;
import dev.sightline.signals.scout.InternalScope;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;

/** Runs of a project's scouts (spec/scouts.md 6, 7). */
@Path("/api/projects/{project_id}/signals/scout/runs")
@Produces(MediaType.APPLICATION_JSON)
class RunResource {

    private final Runs runs;
    private final FindingEmitter emitter;
    private final Caller caller;

    RunResource(Runs runs, FindingEmitter emitter, Caller caller) {
        this.runs = runs;
        this.emitter = emitter;
        this.caller = caller;
    }

    @GET
    @RequiresScopes("signal_scout:read")
    @Parameter(name = "date_from", in = ParameterIn.QUERY)
    @Parameter(name = "date_to", in = ParameterIn.QUERY)
    @Parameter(name = "text", in = ParameterIn.QUERY)
    @Parameter(name = "emitted", in = ParameterIn.QUERY)
    @Parameter(name = "skill_name", in = ParameterIn.QUERY)
    @Parameter(name = "skill_version", in = ParameterIn.QUERY)
    @Parameter(name = "limit", in = ParameterIn.QUERY)
    public Uni<List<RunView>> list(@Context UriInfo uri) {
        return runs.list(caller.projectId(), RunFilter.of(uri));
    }

    @GET
    @Path("{id}")
    @RequiresScopes("signal_scout:read")
    public Uni<RunView> retrieve(@RestPath UUID id) {
        return runs.find(caller.projectId(), id);
    }

    @GET
    @Path("{id}/emissions")
    @RequiresScopes("signal_scout:read")
    public Uni<List<Emissions.EmissionView>> emissions(@RestPath UUID id) {
        return runs.emissions(caller.projectId(), id);
    }

    /** The token of one run cannot emit for another. */
    @POST
    @Path("{id}/emit-signal")
    @RequiresScopes(InternalScope.WRITE)
    public Uni<Emitted> emit(@RestPath UUID id, @HeaderParam("Idempotency-Key") String key, Finding finding) {
        RunTokens.checkBound(caller.key(), id);
        return emitter.emit(caller.projectId(), id, finding, Optional.ofNullable(key));
    }

    @POST
    @Path("{id}/close")
    @RequiresScopes(InternalScope.WRITE)
    public Uni<RunView> close(@RestPath UUID id, CloseRequest body) {
        RunTokens.checkBound(caller.key(), id);
        return runs.close(caller.projectId(), id, body.end());
    }
}
