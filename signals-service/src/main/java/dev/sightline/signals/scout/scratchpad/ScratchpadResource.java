package dev.sightline.signals.scout.scratchpad;

import dev.sightline.api.Filters;
import dev.sightline.api.body.Nullable;
import dev.sightline.api.body.Required;
import dev.sightline.auth.Caller;
import dev.sightline.auth.RequiresScopes;
import dev.sightline.signals.scout.InternalScope;
import dev.sightline.signals.scout.Limits;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The scratchpad of a project (spec/scouts.md 13). Everybody may read it; only scouts write. */
@Path("/api/projects/{project_id}/signals/scout/scratchpad")
@Produces(MediaType.APPLICATION_JSON)
class ScratchpadResource {

    private final Scratchpad scratchpad;
    private final Caller caller;

    ScratchpadResource(Scratchpad scratchpad, Caller caller) {
        this.scratchpad = scratchpad;
        this.caller = caller;
    }

    record WriteNote(
            @Required @Size(max = 300) String key,
            @Required @Size(max = 50_000) String content,
            @Nullable UUID runId) {}

    record ForgetNote(@Required @Size(max = 300) String key) {}

    record Forgotten(boolean deleted) {}

    @GET
    @RequiresScopes("signal_scout:read")
    @Parameter(name = "text", in = ParameterIn.QUERY)
    @Parameter(name = "limit", in = ParameterIn.QUERY)
    public Uni<List<Note>> list(@Context UriInfo uri) {
        Filters filters = Filters.of(uri);
        return scratchpad.search(caller.projectId(), filters.text("text"), Limits.of(filters));
    }

    @POST
    @RequiresScopes(InternalScope.WRITE)
    public Uni<Note> write(WriteNote body) {
        return scratchpad.write(caller.projectId(), body.key(), body.content(), body.runId());
    }

    @POST
    @Path("forget")
    @RequiresScopes(InternalScope.WRITE)
    public Uni<Forgotten> forget(ForgetNote body) {
        return scratchpad.forget(caller.projectId(), body.key()).map(Forgotten::new);
    }
}
