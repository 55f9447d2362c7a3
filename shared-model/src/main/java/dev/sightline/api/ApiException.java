package dev.sightline.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/**
 * A request that is refused with the error envelope. Throw one anywhere below a resource method; nothing else has to be
 * done to answer it. Texts and codes are those of spec/platform.md A.3 and A.4.
 */
public final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final transient Problem problem;
    private final long retryAfterSeconds;

    private ApiException(Fault fault, Problem problem, long retryAfterSeconds) {
        super(problem.detail(), null, false, false);
        this.fault = fault;
        this.problem = problem;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    private static ApiException of(Fault fault, String detail) {
        return new ApiException(fault, Problem.of(fault, detail), 0);
    }

    /** 400 {@code invalid_input}; {@code attr} is the field or query parameter, null for the request as a whole. */
    public static ApiException invalid(String attr, String detail) {
        return invalid(attr, Fault.INVALID.code, detail);
    }

    /** 400 with a validation code of its own, for example {@code does_not_exist}. */
    public static ApiException invalid(String attr, String code, String detail) {
        return new ApiException(
                Fault.INVALID, Problem.of(Fault.INVALID, detail).coded(code).at(attr), 0);
    }

    /** 400 {@code required}. */
    public static ApiException required(String attr) {
        return invalid(attr, "required", "This field is required.");
    }

    /** 400 {@code invalid_choice} for a value outside a closed vocabulary. */
    public static ApiException invalidChoice(String attr, String value) {
        return invalid(attr, "invalid_choice", "\"" + value + "\" is not a valid choice.");
    }

    /** 400 {@code parse_error}: the body is not what its content type says. */
    public static ApiException unreadable(String detail) {
        return of(Fault.UNREADABLE, detail);
    }

    /** 401: no credentials. */
    public static ApiException notAuthenticated() {
        return of(Fault.NOT_AUTHENTICATED, Fault.NOT_AUTHENTICATED.detail);
    }

    /** 401: credentials that are not good. */
    public static ApiException authenticationFailed(String detail) {
        return of(Fault.AUTHENTICATION_FAILED, detail);
    }

    /** 402 {@code quota_limit_exceeded}. */
    public static ApiException quotaExceeded(String detail) {
        return of(Fault.QUOTA_EXCEEDED, detail);
    }

    /** 403 {@code permission_denied}. */
    public static ApiException forbidden(String detail) {
        return of(Fault.FORBIDDEN, detail);
    }

    /** 404 with the literal {@code Not found.} that clients match. */
    public static ApiException notFound() {
        return notFound(Fault.NOT_FOUND.detail);
    }

    /** 404 with a text of its own. */
    public static ApiException notFound(String detail) {
        return of(Fault.NOT_FOUND, detail);
    }

    /** 409 {@code conflict}. */
    public static ApiException conflict(String detail) {
        return of(Fault.CONFLICT, detail);
    }

    /** 413: the body is over a limit. */
    public static ApiException tooLarge(long limitBytes) {
        return of(Fault.TOO_LARGE, "Request body is larger than " + limitBytes + " bytes.");
    }

    /** 415; {@code contentType} is the header as it was sent, empty for none. */
    public static ApiException unknownMediaType(String contentType) {
        return of(Fault.UNKNOWN_MEDIA_TYPE, "Unsupported media type \"" + contentType + "\" in request.");
    }

    /** 429 with {@code Retry-After}; the wait is rounded up to whole seconds, at least one. */
    public static ApiException throttled(Duration wait) {
        long seconds = Math.max(1, wait.plusNanos(999_999_999).toSeconds());
        String detail =
                "Request was throttled. Expected available in " + seconds + " second" + (seconds == 1 ? "." : "s.");
        return new ApiException(Fault.THROTTLED, Problem.of(Fault.THROTTLED, detail), seconds);
    }

    /** 502: a system we asked on the caller's behalf failed. */
    public static ApiException badGateway(String detail) {
        return of(Fault.BAD_GATEWAY, detail);
    }

    /** 503: a part that is needed is away; the caller may try again. */
    public static ApiException unavailable(String detail) {
        return of(Fault.UNAVAILABLE, detail);
    }

    /** The same refusal with structured data in the envelope's {@code extra}. */
    public ApiException with(JsonNode extra) {
        return new ApiException(fault, problem.with(extra), retryAfterSeconds);
    }

    /**
     * The same refusal seen from one level further out: {@code attr} gets the outer field's name in front, and a refusal
     * of an inner object as a whole becomes {@code outer__non_field_errors}.
     */
    public ApiException within(String outer) {
        String inner = problem.attr() == null ? "non_field_errors" : problem.attr();
        return new ApiException(fault, problem.at(outer + "__" + inner), retryAfterSeconds);
    }

    public int status() {
        return fault.status;
    }

    public String code() {
        return problem.code();
    }

    public String detail() {
        return problem.detail();
    }

    /** The field at fault; null for none. */
    public String attr() {
        return problem.attr();
    }

    /** Seconds the caller should wait; 0 for no advice. */
    long retryAfterSeconds() {
        return retryAfterSeconds;
    }

    Problem problem() {
        return problem;
    }
}
