package dev.sightline.local.gateway;

/** Something the gateway has to answer itself, in the words of the API's error table. */
record Problem(int status, String type, String code, String detail) {

    static Problem notFound() {
        return new Problem(404, "invalid_request", "not_found", "API endpoint not found.");
    }

    static Problem methodNotAllowed(String method) {
        return new Problem(
                405, "invalid_request", "method_not_allowed", "Method \"%s\" not allowed.".formatted(method));
    }

    static Problem tooLarge(Kind kind) {
        return new Problem(
                413,
                "invalid_request",
                "request_too_large",
                "The request body is larger than %d MiB.".formatted(kind.bodyLimitMib()));
    }

    static Problem unreachable(String service) {
        return new Problem(502, "server_error", "bad_gateway", "The %s service cannot be reached.".formatted(service));
    }

    static Problem silent(String service) {
        return new Problem(
                504, "server_error", "gateway_timeout", "The %s service did not answer in time.".formatted(service));
    }

    static Problem malformed() {
        return new Problem(400, "invalid_request", "bad_request", "The request is malformed.");
    }

    static Problem unexpected() {
        return new Problem(500, "server_error", "error", "A server error occurred.");
    }
}
