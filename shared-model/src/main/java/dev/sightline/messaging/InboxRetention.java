package dev.sightline.messaging;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;

/** Forgets messages that can no longer come again. Every replica may run it. */
@ApplicationScoped
class InboxRetention {

    private static final int CHUNK = 10_000;

    private static final String FORGET = """
            delete from inbox
            where (consumer, message_id) in (
                select consumer, message_id from inbox where applied_at < $1 limit $2 for update skip locked)
            """;

    private final Pool pool;
    private final InboxSettings settings;
    private final Clock clock;

    InboxRetention(Pool pool, InboxSettings settings, Clock clock) {
        this.pool = pool;
        this.settings = settings;
        this.clock = clock;
    }

    /** Deletes chunk by chunk: a long transaction would hold up vacuum everywhere. */
    @Scheduled(
            every = "{sightline.inbox.retention-interval:1h}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return Multi.createBy()
                .repeating()
                .uni(this::forgetChunk)
                .whilst(deleted -> deleted == CHUNK)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Integer> forgetChunk() {
        return pool.preparedQuery(FORGET)
                .execute(Tuple.of(clock.instant().minus(settings.retention()).atOffset(ZoneOffset.UTC), CHUNK))
                .map(RowSet::rowCount);
    }
}
