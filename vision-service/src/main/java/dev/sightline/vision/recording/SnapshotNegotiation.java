package dev.sightline.vision.recording;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * The parameter {@code source} of snapshots decides whether their list is answered or their lines: in the terms of HTTP,
 * which media type is asked for. What clients send as {@code Accept} says nothing of it.
 */
final class SnapshotNegotiation {

    /** Chosen for routing: a server takes what is called JSON for parts of one text. The answer names its own type. */
    static final String LINES = "text/plain;charset=UTF-8";

    @ServerRequestFilter(preMatching = true)
    public void choose(ContainerRequestContext request) {
        if (request.getUriInfo().getPath().matches(".*/session_recordings/[^/]+/snapshots/?")) {
            boolean lines = request.getUriInfo().getQueryParameters().containsKey("source");
            request.getHeaders()
                    .putSingle(HttpHeaders.ACCEPT, lines ? MediaType.TEXT_PLAIN : MediaType.APPLICATION_JSON);
        }
    }
}
