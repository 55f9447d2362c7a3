package dev.sightline.messaging;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Remembers which messages a consumer has applied. The identity is stored in the transaction of the effect, so either
 * both exist or neither: a message that comes again has no second effect.
 */
@ApplicationScoped
public class Inbox {

    /** In the order of the identity, so that two batches with the same messages wait for each other and never lock up. */
    private static final String REMEMBER = """
            insert into inbox (consumer, message_id)
            select $1, id from (select distinct unnest($2::uuid[]) as id order by id) as arrived
            on conflict do nothing
            returning message_id
            """;

    /**
     * Records the message as applied.
     *
     * @param consumer names who applies it; several consumers of one service apply the same message independently
     * @return whether this is its first time; if not, its effect must be left out
     */
    public Uni<Boolean> firstTime(SqlClient transaction, String consumer, UUID messageId) {
        return firstTimes(transaction, consumer, Set.of(messageId)).map(fresh -> !fresh.isEmpty());
    }

    /** Records the messages as applied and returns those of them that had not been before. */
    public Uni<Set<UUID>> firstTimes(SqlClient transaction, String consumer, Collection<UUID> messageIds) {
        return transaction
                .preparedQuery(REMEMBER)
                .execute(Tuple.of(consumer, messageIds.toArray(UUID[]::new)))
                .map(Inbox::ids);
    }

    private static Set<UUID> ids(RowSet<Row> rows) {
        Set<UUID> ids = new HashSet<>();
        rows.forEach(row -> ids.add(row.getUUID("message_id")));
        return ids;
    }
}
