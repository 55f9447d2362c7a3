package dev.sightline.signals.scout.profile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.api.ApiException;
import dev.sightline.api.Filters;
import dev.sightline.auth.Caller;
import dev.sightline.auth.RequiresScopes;
import dev.sightline.json.Wire;
import dev.sightline.signals.scout.InternalScope;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;

/** The profile of a project (spec/scouts.md 12, 15.4). Only scouts have it built; everybody else gets what there is. */
@Path("/api/projects/{project_id}/signals/scout")
@Produces(MediaType.APPLICATION_JSON)
class ProfileResource {

    private final Profiles profiles;
    private final Caller caller;

    ProfileResource(Profiles profiles, Caller caller) {
        this.profiles = profiles;
        this.caller = caller;
    }

    /** A section as it is kept. */
    record HandedIn(String section, JsonNode content) {}

    @GET
    @Path("project_profile/current")
    @RequiresScopes("signal_scout:read")
    @Parameter(name = "force_refresh", in = ParameterIn.QUERY)
    public Uni<Profile> current(@Context UriInfo uri) {
        boolean anew = Filters.of(uri).bool("force_refresh").orElse(false);
        return InternalScope.heldBy(caller.key())
                ? profiles.fresh(caller.projectId(), anew)
                : profiles.newest(caller.projectId()).map(newest -> newest.orElseThrow(ApiException::notFound));
    }

    @PUT
    @Path("inventory/{section}")
    @RequiresScopes("signal_scout:write")
    public Uni<HandedIn> handIn(@RestPath String section, JsonNode body) {
        Section known = Section.named(section).orElseThrow(() -> unknown(section));
        JsonNode content = SectionReader.read(known, body);
        return profiles.handIn(caller.projectId(), known, content).replaceWith(new HandedIn(section, content));
    }

    private static ApiException unknown(String section) {
        return ApiException.invalid(
                "section",
                "invalid_choice",
                "\"" + section + "\" cannot be handed in. Allowed: " + String.join(", ", Wire.names(Section.class))
                        + ".");
    }
}
