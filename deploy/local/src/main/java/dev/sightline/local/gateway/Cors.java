package dev.sightline.local.gateway;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Locale;

/** CORS as browsers' SDKs need it: any origin and any requested header are mirrored, with credentials. */
final class Cors {

    private static final String PREFIX = "access-control-";

    private Cors() {}

    static boolean isPreflight(HttpServerRequest request) {
        return "OPTIONS".equals(request.method().name())
                && request.headers().contains("origin")
                && request.headers().contains(PREFIX + "request-method");
    }

    static void mirror(HttpServerRequest request) {
        String origin = request.getHeader("origin");
        if (origin != null) {
            allow(request.response(), origin);
        }
    }

    private static void allow(HttpServerResponse response, String origin) {
        response.putHeader(PREFIX + "allow-origin", origin)
                .putHeader(PREFIX + "allow-credentials", "true")
                .putHeader("vary", "Origin");
    }

    static void answerPreflight(HttpServerRequest request, Kind kind) {
        String headers = request.getHeader(PREFIX + "request-headers");
        if (headers != null) {
            request.response().putHeader(PREFIX + "allow-headers", headers);
        }
        request.response()
                .putHeader(PREFIX + "allow-methods", String.join(", ", kind.methods()))
                .putHeader(PREFIX + "max-age", "86400")
                .end();
    }

    /** Whether a header of a service's answer would contradict the ones set here. */
    static boolean owns(String header) {
        return header.toLowerCase(Locale.ROOT).startsWith(PREFIX);
    }
}
