package dev.sightline.auth;

import dev.sightline.api.ApiException;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;

/**
 * What clients ask before anything else (spec/platform.md A.11): whose key this is, what it may do, where it belongs. All
 * of it is answered from the directory, alike by every service.
 */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
class AccountResource {

    private final Directory directory;
    private final Gate gate;
    private final Caller caller;

    AccountResource(Directory directory, Gate gate, Caller caller) {
        this.directory = directory;
        this.gate = gate;
        this.caller = caller;
    }

    /** A secret to be looked at. */
    record Introspection(String token) {}

    @GET
    @Path("/api/personal_api_keys/@current")
    @RequiresScopes({})
    public KeyView key() {
        return KeyView.of(caller.key());
    }

    /** Asks for no key: who knows the secret could use it anyway. */
    @POST
    @Path("/oauth/introspect")
    @PermitAll
    public TokenView introspect(Introspection body) {
        return Optional.ofNullable(body.token())
                .flatMap(gate::find)
                .map(TokenView::of)
                .orElse(TokenView.INACTIVE);
    }

    @GET
    @Path("/api/users/@me")
    @RequiresScopes("user:read")
    public AccountView me() {
        Person person = caller.person();
        Optional<Project> project = gate.current(caller.key(), person);
        List<OrganizationView> organizations = directory.organizationsOf(person).stream()
                .map(OrganizationView::of)
                .toList();
        return AccountView.of(
                person,
                project.map(current -> TeamView.of(current, ownerOf(current))).orElse(null),
                project.map(current -> OrganizationView.of(ownerOf(current))).orElse(null),
                organizations);
    }

    @GET
    @Path("/api/organizations/{id}")
    @RequiresScopes("organization:read")
    public OrganizationView organization(@PathParam("id") String id) {
        return directory.organizationsOf(caller.person()).stream()
                .filter(organization ->
                        id.equals("@current") || organization.id().toString().equalsIgnoreCase(id))
                .findFirst()
                .map(this::reached)
                .map(OrganizationView::of)
                .orElseThrow(ApiException::notFound);
    }

    @GET
    @Path("/api/projects/{project_id}")
    @RequiresScopes("project:read")
    public ProjectView project() {
        return ProjectView.of(caller.project(), caller.organization());
    }

    private Organization reached(Organization organization) {
        gate.checkReach(caller.key(), organization);
        return organization;
    }

    private Organization ownerOf(Project project) {
        return directory.organizationOf(project.id()).orElseThrow(ApiException::notFound);
    }
}
