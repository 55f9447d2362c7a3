package dev.sightline.auth;

import dev.sightline.api.ApiException;
import dev.sightline.api.Doorkeeper;
import dev.sightline.api.Route;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;

/** Asks of a caller what the route's reading method asks, with read scopes in the place of write scopes. */
@ApplicationScoped
class ReadingDoorkeeper implements Doorkeeper {

    private final Gate gate;

    ReadingDoorkeeper(Gate gate) {
        this.gate = gate;
    }

    @Override
    public Optional<ApiException> refusal(Route route, ContainerRequestContext context) {
        Requirement requirement = Requirement.of(route.reading().getDeclaringClass(), route.reading())
                .toRead();
        try {
            if (!(requirement instanceof Requirement.Nothing)) {
                admit(requirement, route, context);
            }
            return Optional.empty();
        } catch (ApiException refusal) {
            return Optional.of(refusal);
        }
    }

    private void admit(Requirement requirement, Route route, ContainerRequestContext context) {
        UriInfo uri = context.getUriInfo();
        Credential credential = Credential.inHeader(context.getHeaderString(HttpHeaders.AUTHORIZATION))
                .or(() -> Credential.inQuery(uri))
                .orElseThrow(ApiException::notAuthenticated);
        String project = route.variable("project_id", uri.getPath());
        gate.admit(credential, requirement, ProjectName.of(project, uri.getQueryParameters()));
    }
}
