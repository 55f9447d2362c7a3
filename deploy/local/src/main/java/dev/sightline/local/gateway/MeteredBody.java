package dev.sightline.local.gateway;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** A request body that fails with {@link BodyTooLarge} once more than its limit has come through. */
final class MeteredBody implements ReadStream<Buffer> {

    private final ReadStream<Buffer> body;
    private final long limit;
    private long seen;
    private Handler<Throwable> failed = failure -> {};

    MeteredBody(ReadStream<Buffer> body, long limit) {
        this.body = body;
        this.limit = limit;
    }

    boolean exceeded() {
        return seen > limit;
    }

    @Override
    public MeteredBody handler(Handler<Buffer> handler) {
        body.handler(handler == null ? null : chunk -> pass(chunk, handler));
        return this;
    }

    private void pass(Buffer chunk, Handler<Buffer> handler) {
        boolean refused = exceeded();
        seen += chunk.length();
        if (!exceeded()) {
            handler.handle(chunk);
        } else if (!refused) {
            failed.handle(new BodyTooLarge());
        }
    }

    @Override
    public MeteredBody exceptionHandler(Handler<Throwable> handler) {
        failed = handler == null ? failure -> {} : handler;
        body.exceptionHandler(handler);
        return this;
    }

    @Override
    public MeteredBody pause() {
        body.pause();
        return this;
    }

    @Override
    public MeteredBody resume() {
        body.resume();
        return this;
    }

    @Override
    public MeteredBody fetch(long amount) {
        body.fetch(amount);
        return this;
    }

    @Override
    public MeteredBody endHandler(Handler<Void> handler) {
        body.endHandler(handler);
        return this;
    }
}
