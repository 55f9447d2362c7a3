package dev.sightline.auth;

import dev.sightline.api.ApiException;
import dev.sightline.api.body.RawBody;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** Reads a body before its turn, up to the limit that holds for every REST body. */
final class BodyBytes {

    private final HttpServerRequest request;
    private final Buffer read = Buffer.buffer();

    private BodyBytes(HttpServerRequest request) {
        this.request = request;
    }

    /** All bytes of a request's body that nobody has read from yet. */
    static Uni<byte[]> of(HttpServerRequest request) {
        return request.isEnded()
                ? Uni.createFrom().item(new byte[0])
                : Uni.createFrom().emitter(emitter -> new BodyBytes(request).readInto(emitter));
    }

    private void readInto(UniEmitter<? super byte[]> emitter) {
        request.handler(chunk -> take(chunk, emitter));
        request.exceptionHandler(emitter::fail);
        request.endHandler(end -> emitter.complete(read.getBytes()));
        request.resume();
    }

    /** Past the limit the rest flows by, so that the client gets to its end and reads the answer. */
    private void take(Buffer chunk, UniEmitter<? super byte[]> emitter) {
        if (read.length() + chunk.length() > RawBody.LIMIT) {
            request.handler(rest -> {});
            emitter.fail(ApiException.tooLarge(RawBody.LIMIT));
        } else {
            read.appendBuffer(chunk);
        }
    }
}
