package dev.sightline.capture.edge;

import dev.sightline.capture.CaptureRefused;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import org.jboss.logging.Logger;

/** Writes the answer of one request, as spec/platform.md B.2 tables it. */
final class Answer {

    /** Stands for an accepted beacon: nobody reads the answer. */
    static final String SILENT = "";

    private static final Logger LOG = Logger.getLogger(Answer.class);
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int TOO_LARGE = 413;
    private static final int UNAVAILABLE = 503;

    private final HttpServerResponse response;
    private final Outcomes outcomes;
    private final RefusalForm refusals;

    Answer(HttpServerResponse response, Outcomes outcomes, RefusalForm refusals) {
        this.response = response;
        this.outcomes = outcomes;
        this.refusals = refusals;
    }

    void accepted(String json) {
        int status = json.equals(SILENT) ? NO_CONTENT : OK;
        outcomes.answered(status);
        if (response.closed()) {
            return;
        }
        response.setStatusCode(status);
        if (status == NO_CONTENT) {
            response.end();
        } else {
            response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json").end(json);
        }
    }

    void failed(Throwable failure) {
        if (failure instanceof CaptureRefused refused) {
            refuse(refused);
        } else if (!response.closed()) {
            LOG.errorf(failure, "Capture failed");
            refuse(CaptureRefused.overloaded());
        }
    }

    private void refuse(CaptureRefused refused) {
        outcomes.answered(refused.status());
        if (response.closed()) {
            return;
        }
        if (refused.status() == UNAVAILABLE) {
            response.putHeader(HttpHeaders.RETRY_AFTER, "1");
        }
        if (refused.status() == TOO_LARGE || refused.status() == UNAVAILABLE) {
            response.putHeader(HttpHeaders.CONNECTION, "close");
        }
        response.setStatusCode(refused.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, refusals.contentType())
                .end(refusals.body(refused.getMessage()));
    }
}
