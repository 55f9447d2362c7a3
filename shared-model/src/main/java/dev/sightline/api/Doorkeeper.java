package dev.sightline.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;

/** Says whether a caller may read at a route, for requests that no resource method will see. */
public interface Doorkeeper {

    /** Why the caller may not; empty if they may. Credentials are looked for in the header and the query alone. */
    Optional<ApiException> refusal(Route route, ContainerRequestContext context);
}
