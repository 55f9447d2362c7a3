package dev.sightline.auth;

import dev.sightline.api.ApiException;
import dev.sightline.api.body.RawBody;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.util.Objects;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Stands before every resource method that asks for scopes, and before every one under {@code /api/}. A body is read here
 * only if no header holds a key.
 */
class AccessFilter {

    private final Gate gate;
    private final Requirements requirements;
    private final RateLimiter limiter;
    private final Caller caller;

    AccessFilter(Gate gate, Requirements requirements, RateLimiter limiter, Caller caller) {
        this.gate = gate;
        this.requirements = requirements;
        this.limiter = limiter;
        this.caller = caller;
    }

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    Uni<Response> admit(ContainerRequestContext context, ResourceInfo resource, HttpServerRequest request) {
        Requirement requirement = requirements.of(resource, context.getUriInfo().getPath());
        return requirement instanceof Requirement.Nothing
                ? Uni.createFrom().nullItem()
                : credential(context, request)
                        .invoke(credential -> admit(credential, requirement, context))
                        .replaceWith(Uni.createFrom().nullItem());
    }

    private Uni<Optional<Credential>> credential(ContainerRequestContext context, HttpServerRequest request) {
        checkLength(context);
        Optional<Credential> inHeader = Credential.inHeader(context.getHeaderString(HttpHeaders.AUTHORIZATION));
        return inHeader.isEmpty() && body(context, new byte[0]).isReadable()
                ? BodyBytes.of(request).map(bytes -> inBody(context, bytes).or(() -> inQuery(context)))
                : Uni.createFrom().item(inHeader.or(() -> inQuery(context)));
    }

    /** The body is put back for whoever reads it next. */
    private static Optional<Credential> inBody(ContainerRequestContext context, byte[] bytes) {
        context.setEntityStream(new ByteArrayInputStream(bytes));
        return Credential.inBody(body(context, bytes));
    }

    private static Optional<Credential> inQuery(ContainerRequestContext context) {
        return Credential.inQuery(context.getUriInfo());
    }

    private void admit(Optional<Credential> credential, Requirement requirement, ContainerRequestContext context) {
        Admission admission = gate.admit(
                credential.orElseThrow(ApiException::notAuthenticated),
                requirement,
                ProjectName.of(context.getUriInfo()));
        limiter.check(admission.key());
        caller.enter(admission, context.getHeaderString("X-PostHog-Client"));
    }

    private static RawBody body(ContainerRequestContext context, byte[] bytes) {
        String contentType = context.getHeaderString(HttpHeaders.CONTENT_TYPE);
        return new RawBody(bytes, Objects.requireNonNullElse(contentType, ""));
    }

    private static void checkLength(ContainerRequestContext context) {
        if (context.getLength() > RawBody.LIMIT) {
            throw ApiException.tooLarge(RawBody.LIMIT);
        }
    }
}
