package dev.sightline.api;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import java.net.URISyntaxException;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Serves {@code /api/environments/…} by the routes of {@code /api/projects/…} (spec/platform.md A.5), and {@code %40me}
 * like {@code @me}. A trailing slash needs no rule: the router takes it as it is.
 */
class PathFilter {

    private static final int FIRST = 0;
    private static final String ENVIRONMENTS = "/api/environments/";
    private static final String PROJECTS = "/api/projects/";

    @ServerRequestFilter(preMatching = true, priority = FIRST)
    void serve(ContainerRequestContext context, HttpServerRequest request) throws URISyntaxException {
        String path = routed(request.path());
        if (!path.equals(request.path())) {
            context.setRequestUri(withQuery(doublyEncoded(path), request.query()));
        }
    }

    private static String routed(String path) {
        String plain = path.replace("%40", "@");
        return plain.startsWith(ENVIRONMENTS) ? PROJECTS + plain.substring(ENVIRONMENTS.length()) : plain;
    }

    /** The router decodes a path that a filter sets once more than the client's own: one layer of encoding is added. */
    private static String doublyEncoded(String path) throws URISyntaxException {
        return new URI(null, null, path, null).toASCIIString();
    }

    private static URI withQuery(String path, String query) {
        return URI.create(query == null ? path : path + "?" + query);
    }
}
