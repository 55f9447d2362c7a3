package dev.sightline.model.provider;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Collects a response of bounded size. */
final class ReplyReader {

    private final HttpClientResponse response;
    private final int maxBytes;
    private final Buffer body = Buffer.buffer();
    private final Promise<ProviderReply> reply = Promise.promise();

    ReplyReader(HttpClientResponse response, int maxBytes) {
        this.response = response;
        this.maxBytes = maxBytes;
    }

    Future<ProviderReply> read() {
        response.exceptionHandler(reply::tryFail);
        response.endHandler(ended -> reply.tryComplete(reply()));
        response.handler(this::append);
        return reply.future();
    }

    private void append(Buffer chunk) {
        if (body.length() + chunk.length() > maxBytes) {
            reply.tryFail(new IOException("the answer is too large"));
            response.request().reset();
        } else {
            body.appendBuffer(chunk);
        }
    }

    private ProviderReply reply() {
        return new ProviderReply(
                response.statusCode(),
                response.getHeader(HttpHeaders.RETRY_AFTER),
                body.toString(StandardCharsets.UTF_8));
    }
}
