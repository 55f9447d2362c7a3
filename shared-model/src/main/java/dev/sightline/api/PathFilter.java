package dev.sightline.api;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Serves {@code /api/environments/…} by the routes of {@code /api/projects/…} (spec/platform.md A.5). A trailing slash
 * needs no rule: the router takes it as it is.
 */
class PathFilter {

    private static final String ENVIRONMENTS = "/api/environments/";
    private static final String PROJECTS = "/api/projects/";
    private static final Pattern ILLEGAL = Pattern.compile("%(?![0-9A-Fa-f]{2})|[^\\p{Graph}]|[\"<>\\\\^`{|}\\[\\]#]");

    @ServerRequestFilter(preMatching = true)
    void serveEnvironments(ContainerRequestContext context, HttpServerRequest request) throws URISyntaxException {
        if (request.path().startsWith(ENVIRONMENTS)) {
            String path = PROJECTS + request.path().substring(ENVIRONMENTS.length());
            context.setRequestUri(withQuery(doublyEncoded(path), request.query()));
        }
    }

    /** The router decodes a path that a filter sets once more than the client's own: one layer of encoding is added. */
    private static String doublyEncoded(String path) throws URISyntaxException {
        return new URI(null, null, path, null).toASCIIString();
    }

    private static URI withQuery(String path, String query) {
        return URI.create(query == null ? path : path + "?" + legal(query));
    }

    /** Clients send brackets and quotes bare; a URI does not hold them. */
    private static String legal(String query) {
        return ILLEGAL.matcher(query).replaceAll(match -> URLEncoder.encode(match.group(), StandardCharsets.UTF_8));
    }
}
