package dev.sightline.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Names the verbs of the path in every answer of a path under {@code /api/} that exists. */
class AllowFilter {

    private final Routes routes;
    private final Map<Method, Optional<Route>> known = new ConcurrentHashMap<>();

    AllowFilter(Routes routes) {
        this.routes = routes;
    }

    @ServerResponseFilter
    void allow(ContainerRequestContext request, ContainerResponseContext response, ResourceInfo resource) {
        String path = request.getUriInfo().getPath();
        if (path.startsWith("/api/")) {
            route(resource.getResourceMethod(), path)
                    .ifPresent(route -> response.getHeaders().putSingle(HttpHeaders.ALLOW, route.allow()));
        }
    }

    private Optional<Route> route(Method method, String path) {
        return method == null
                ? routes.find(path)
                : known.computeIfAbsent(method, key -> routes.all().stream()
                        .filter(route -> route.serves(key))
                        .findFirst());
    }
}
