package dev.sightline.messaging;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;

/**
 * Where a transaction leaves the messages it causes. They are published if, and only if, it commits. Messages of one
 * topic and key are published in the order in which they were appended, provided that the transactions came one after
 * the other; among concurrent transactions there is no order to keep.
 */
@ApplicationScoped
public class Outbox {

    /** Appends the messages in the transaction of a connection or, where they are all that is written, of their own. */
    public Uni<Void> append(SqlClient transaction, List<OutboxMessage> messages) {
        if (messages.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(OutboxQueries.APPEND)
                .execute(Tuple.newInstance(io.vertx.sqlclient.Tuple.wrap(OutboxColumns.of(messages))))
                .replaceWithVoid();
    }

    /** Appends the messages in the transaction of a session. */
    public Uni<Void> append(Mutiny.Session session, List<OutboxMessage> messages) {
        if (messages.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .completionStage(() -> ((MutinySessionImpl) session)
                        .getReactiveConnection()
                        .update(OutboxQueries.APPEND, OutboxColumns.of(messages)))
                .replaceWithVoid();
    }
}
