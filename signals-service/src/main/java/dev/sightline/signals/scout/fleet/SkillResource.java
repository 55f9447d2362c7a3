package dev.sightline.signals.scout.fleet;

import dev.sightline.auth.Caller;
import dev.sightline.auth.RequiresScopes;
import dev.sightline.signals.scout.fleet.SkillRequests.Change;
import dev.sightline.signals.scout.fleet.SkillRequests.Create;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** The instructions of a project's scouts (spec/scouts.md 15.6). */
@Path("/api/projects/{project_id}/signals/scout/skills")
@Produces(MediaType.APPLICATION_JSON)
class SkillResource {

    private final Skills skills;
    private final Caller caller;

    SkillResource(Skills skills, Caller caller) {
        this.skills = skills;
        this.caller = caller;
    }

    @GET
    @RequiresScopes("signal_scout:read")
    public Uni<List<SkillView>> list() {
        return skills.list(caller.projectId());
    }

    @POST
    @ResponseStatus(201)
    @APIResponse(responseCode = "201", description = "The skill is written")
    @RequiresScopes("signal_scout:write")
    public Uni<SkillView> create(Create body) {
        return skills.create(caller.projectId(), caller.person().id(), body);
    }

    /** A change makes a new version; one that changes nothing does not. */
    @PATCH
    @Path("{name}")
    @RequiresScopes("signal_scout:write")
    public Uni<SkillView> change(@RestPath String name, Change body) {
        return skills.change(caller.projectId(), name, body);
    }
}
