package dev.sightline.capture.edge;

import dev.sightline.capture.CaptureRefused;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;

/**
 * A request's body while it arrives. As soon as it is known to be refused nothing more of it is kept, but it is read on
 * for a while, because a client that is still sending does not see an answer.
 */
final class Body {

    private static final int POLITENESS = 32 * 1024 * 1024;
    private static final int FIRST_SIZE = 16 * 1024;

    private final long limit;
    private final InFlight.Room room;
    private final UniEmitter<? super byte[]> done;
    private byte[] bytes;
    private int size;
    private long seen;
    private CaptureRefused refused;

    private Body(long limit, InFlight.Room room, int announced, UniEmitter<? super byte[]> done) {
        this.limit = limit;
        this.room = room;
        this.done = done;
        this.bytes = new byte[announced];
        this.refused = room.isGranted() ? null : CaptureRefused.overloaded();
    }

    /** Reads a body of at most so many bytes; fails with the refusal, or with the connection's failure. */
    static Uni<byte[]> of(HttpServerRequest request, long limit, InFlight.Room room) {
        return Uni.createFrom().emitter(done -> {
            Body body = new Body(limit, room, announced(request, limit), done);
            request.handler(body::chunk)
                    .endHandler(end -> body.end())
                    .exceptionHandler(done::fail)
                    .resume();
        });
    }

    private static int announced(HttpServerRequest request, long limit) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            long announced = length == null ? 0 : Long.parseLong(length);
            return announced <= 0 || announced > limit ? 0 : (int) Math.min(announced, FIRST_SIZE);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private void chunk(Buffer chunk) {
        seen += chunk.length();
        if (refused == null) {
            keep(chunk);
        } else if (seen > limit + POLITENESS) {
            done.fail(refused);
        }
    }

    private void keep(Buffer chunk) {
        if (seen > limit) {
            refuse(CaptureRefused.tooLarge());
        } else if (!room.take(chunk.length())) {
            refuse(CaptureRefused.overloaded());
        } else {
            append(chunk);
        }
    }

    private void refuse(CaptureRefused reason) {
        refused = reason;
        bytes = new byte[0];
        room.drop();
    }

    private void append(Buffer chunk) {
        if (size + chunk.length() > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + chunk.length(), bytes.length * 2));
        }
        chunk.getBytes(bytes, size);
        size += chunk.length();
    }

    private void end() {
        if (refused == null) {
            done.complete(size == bytes.length ? bytes : Arrays.copyOf(bytes, size));
        } else {
            done.fail(refused);
        }
    }
}
