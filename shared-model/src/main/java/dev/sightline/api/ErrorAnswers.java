package dev.sightline.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.sightline.json.JsonSyntax;
import dev.sightline.messaging.Failures;
import dev.sightline.messaging.Outage;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever a request ended with into its answer. Which status belongs to what is said by {@link Fault} alone. */
class ErrorAnswers {

    private static final Logger LOG = Logger.getLogger(ErrorAnswers.class);

    private static final long OUTAGE_RETRY_SECONDS = 5;

    private final Outage outage = new Outage(LOG, "Answering requests");
    private final Routes routes;
    private final Doorkeeper doorkeeper;

    ErrorAnswers(Routes routes, Doorkeeper doorkeeper) {
        this.routes = routes;
        this.doorkeeper = doorkeeper;
    }

    @ServerExceptionMapper
    Response refused(ApiException e) {
        return answer(e.status(), e.problem(), e.retryAfterSeconds());
    }

    @ServerExceptionMapper
    Response refused(Refusal e) {
        return answer(e.status(), Map.of("error", e.getMessage()), e.retryAfterSeconds());
    }

    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    Response unreadable(JsonProcessingException e) {
        return refused(ApiException.unreadable(JsonSyntax.complaint(e)));
    }

    @ServerExceptionMapper
    Response framework(WebApplicationException e, ContainerRequestContext request) {
        Response own = e.getResponse();
        if (own.hasEntity()) {
            return own;
        }
        int status = status(e, request);
        return refusal(status, request).map(this::refused).orElseGet(() -> framework(status, e, request));
    }

    /** Who may not come in is not told either that the verb is wrong. */
    private Optional<ApiException> refusal(int status, ContainerRequestContext request) {
        return status == Fault.WRONG_VERB.status
                ? routes.find(request.getUriInfo().getPath()).flatMap(route -> doorkeeper.refusal(route, request))
                : Optional.empty();
    }

    /**
     * The router calls a content type that is none a bad request, though it is as unknown as any other, and a path not
     * found whose verb is wrong if another resource begins alike.
     */
    private int status(WebApplicationException e, ContainerRequestContext request) {
        int status = e.getResponse().getStatus();
        if (status == Fault.UNREADABLE.status && hasMalformedType(request)) {
            return Fault.UNKNOWN_MEDIA_TYPE.status;
        }
        return unrouted(e, request)
                        && routes.find(request.getUriInfo().getPath()).isPresent()
                ? Fault.WRONG_VERB.status
                : status;
    }

    private static boolean hasMalformedType(ContainerRequestContext request) {
        try {
            request.getMediaType();
            return false;
        } catch (IllegalArgumentException malformed) {
            return true;
        }
    }

    /** A database or broker that is away is not the request's fault, and is not logged for each of them. */
    @ServerExceptionMapper
    Response failed(Throwable e) {
        if (Failures.isTransient(e)) {
            outage.failed(e);
            return answer(Fault.UNAVAILABLE.status, Problem.of(Fault.UNAVAILABLE), OUTAGE_RETRY_SECONDS);
        }
        return unexpected(e);
    }

    /** Logged under an id that the answer carries; what went wrong itself never leaves. */
    private static Response unexpected(Throwable e) {
        UUID id = UUID.randomUUID();
        LOG.errorf(e, "Request failed unexpectedly error_event_id=%s", id);
        return answer(Fault.UNEXPECTED.status, Problem.of(Fault.UNEXPECTED).logged(id), 0);
    }

    private Response framework(int status, WebApplicationException e, ContainerRequestContext request) {
        return Fault.ofStatus(status)
                .map(fault -> fault == Fault.UNEXPECTED
                        ? unexpected(e)
                        : answer(status, Problem.of(fault, detail(fault, e, request)), 0))
                .orElseGet(() -> Response.status(status).build());
    }

    private static String detail(Fault fault, WebApplicationException e, ContainerRequestContext request) {
        return switch (fault) {
            case WRONG_VERB -> "Method \"" + request.getMethod() + "\" not allowed.";
            case UNKNOWN_MEDIA_TYPE ->
                "Unsupported media type \"" + request.getHeaderString(HttpHeaders.CONTENT_TYPE) + "\" in request.";
            case NOT_FOUND -> unrouted(e, request) ? "API endpoint not found." : fault.detail;
            default -> fault.detail;
        };
    }

    /** A path parameter that does not convert is a 404 with a cause; a path that nothing serves has none. */
    private static boolean unrouted(WebApplicationException e, ContainerRequestContext request) {
        return e instanceof NotFoundException
                && e.getCause() == null
                && request.getUriInfo().getPath().startsWith("/api/");
    }

    private static Response answer(int status, Object body, long retryAfterSeconds) {
        Response.ResponseBuilder answer =
                Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(body);
        return retryAfterSeconds == 0
                ? answer.build()
                : answer.header(HttpHeaders.RETRY_AFTER, retryAfterSeconds).build();
    }
}
