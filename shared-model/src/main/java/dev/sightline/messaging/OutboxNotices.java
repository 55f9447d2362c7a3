package dev.sightline.messaging;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.core.VertxException;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgConnection;
import java.time.Duration;

/** Hears of committed appends over a connection of its own, which it opens again whenever it breaks. */
final class OutboxNotices {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Pool pool;

    OutboxNotices(Pool pool) {
        this.pool = pool;
    }

    /** One item for each append, and one whenever listening begins, since notices may have been missed before. */
    Multi<Long> listen() {
        return Multi.createFrom()
                .<Long>emitter(this::connect)
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely();
    }

    private void connect(MultiEmitter<? super Long> emitter) {
        pool.getConnection()
                .call(connection ->
                        connection.query("listen " + OutboxQueries.CHANNEL).execute())
                .subscribe()
                .with(connection -> attach(connection, emitter), emitter::fail);
    }

    private static void attach(SqlConnection connection, MultiEmitter<? super Long> emitter) {
        PgConnection listener = PgConnection.cast(connection.getDelegate());
        listener.notificationHandler(notice -> emitter.emit(0L));
        listener.closeHandler(closed -> emitter.fail(new VertxException("The listening connection closed", true)));
        emitter.onTermination(() -> release(connection));
        emitter.emit(0L);
    }

    /** The pool must not hand out a connection that still listens. */
    private static void release(SqlConnection connection) {
        connection
                .query("unlisten *")
                .execute()
                .onFailure()
                .recoverWithNull()
                .chain(connection::close)
                .subscribe()
                .with(closed -> {}, failure -> {});
    }
}
