package dev.sightline.auth;

import dev.sightline.api.ApiException;
import dev.sightline.api.Route;
import dev.sightline.api.Routes;
import dev.sightline.api.body.BodyReader;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Answers {@code OPTIONS} below {@code /api/} to callers who may read there. */
class OptionsFilter {

    private final Routes routes;
    private final Gate gate;
    private final BodyReader bodies;

    OptionsFilter(Routes routes, Gate gate, BodyReader bodies) {
        this.routes = routes;
        this.gate = gate;
        this.bodies = bodies;
    }

    @ServerRequestFilter(preMatching = true, priority = Priorities.AUTHENTICATION)
    Optional<Response> describe(ContainerRequestContext context) {
        UriInfo uri = context.getUriInfo();
        return HttpMethod.OPTIONS.equals(context.getMethod()) && uri.getPath().startsWith("/api/")
                ? routes.find(uri.getPath()).map(route -> describe(route, context))
                : Optional.empty();
    }

    private Response describe(Route route, ContainerRequestContext context) {
        Requirement requirement = Requirement.of(route.reading().getDeclaringClass(), route.reading())
                .toRead();
        if (!(requirement instanceof Requirement.Nothing)) {
            admit(requirement, route, context);
        }
        return Response.ok(RouteView.of(route, bodies), MediaType.APPLICATION_JSON_TYPE)
                .build();
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
