package dev.sightline.auth;

import dev.sightline.api.Doorkeeper;
import dev.sightline.api.Route;
import dev.sightline.api.Routes;
import dev.sightline.api.body.BodyReader;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Answers {@code OPTIONS} below {@code /api/} to callers who may read there. */
class OptionsFilter {

    private final Routes routes;
    private final Doorkeeper doorkeeper;
    private final BodyReader bodies;

    OptionsFilter(Routes routes, Doorkeeper doorkeeper, BodyReader bodies) {
        this.routes = routes;
        this.doorkeeper = doorkeeper;
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
        doorkeeper.refusal(route, context).ifPresent(refusal -> {
            throw refusal;
        });
        return Response.ok(RouteView.of(route, bodies), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }
}
