package dev.sightline.messaging;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;

/** Brings work back to the Vert.x context it started on, where its session, its request and its trace are found. */
public final class CallerContext {

    private CallerContext() {}

    /** Runs work on the context of this moment; without one, wherever it happens to be. */
    public static Executor executor() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : work -> context.runOnContext(ignored -> work.run());
    }
}
