package dev.sightline.api;

import java.util.Arrays;
import java.util.Optional;

/**
 * The table of spec/platform.md A.4: each way a request can go wrong, its status, the type and code of its envelope,
 * and the text it has unless a better one is at hand. This is the only place where a status is tied to an error.
 */
enum Fault {
    INVALID(400, "validation_error", "invalid_input", "Invalid input."),
    UNREADABLE(400, "invalid_request", "parse_error", "Malformed request."),
    NOT_AUTHENTICATED(
            401, "authentication_error", "not_authenticated", "Authentication credentials were not provided."),
    AUTHENTICATION_FAILED(
            401, "authentication_error", "authentication_failed", "Incorrect authentication credentials."),
    QUOTA_EXCEEDED(402, "server_error", "quota_limit_exceeded", "Quota limit exceeded."),
    FORBIDDEN(403, "authentication_error", "permission_denied", "You do not have permission to perform this action."),
    NOT_FOUND(404, "invalid_request", "not_found", "Not found."),
    WRONG_VERB(405, "invalid_request", "method_not_allowed", "Method not allowed."),
    NOT_ACCEPTABLE(406, "invalid_request", "not_acceptable", "Could not satisfy the request Accept header."),
    CONFLICT(409, "server_error", "conflict", "Conflict."),
    TOO_LARGE(413, "invalid_request", "request_too_large", "Request body is too large."),
    UNKNOWN_MEDIA_TYPE(415, "invalid_request", "unsupported_media_type", "Unsupported media type in request."),
    THROTTLED(429, "throttled_error", "throttled", "Request was throttled."),
    UNEXPECTED(500, "server_error", "error", "A server error occurred."),
    BAD_GATEWAY(502, "server_error", "bad_gateway", "An upstream service answered with an error."),
    UNAVAILABLE(503, "server_error", "service_unavailable", "Service temporarily unavailable, try again later.");

    final int status;
    final String type;
    final String code;
    final String detail;

    Fault(int status, String type, String code, String detail) {
        this.status = status;
        this.type = type;
        this.code = code;
        this.detail = detail;
    }

    /** The fault a bare status stands for; of the two at 400 the unreadable request, of the two at 401 the first. */
    static Optional<Fault> ofStatus(int status) {
        return status == UNREADABLE.status
                ? Optional.of(UNREADABLE)
                : Arrays.stream(values())
                        .filter(fault -> fault.status == status)
                        .findFirst();
    }
}
