package dev.sightline.local.gateway;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** The answers that the gateway gives itself. */
final class Answers {

    private Answers() {}

    /** Refuses a request. What is left of its body is read and dropped, so that the caller gets to see the answer. */
    static void refuse(HttpServerRequest request, Refusal form, Problem problem) {
        request.resume();
        request.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, form.contentType())
                .end(form.body(problem));
    }
}
