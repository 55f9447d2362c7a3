package dev.sightline.local.gateway;

import io.vertx.core.VertxException;

/** A request's body went over its route's limit while it was streamed. */
final class BodyTooLarge extends VertxException {

    private static final long serialVersionUID = 1L;

    BodyTooLarge() {
        super("request body over the limit", true);
    }
}
