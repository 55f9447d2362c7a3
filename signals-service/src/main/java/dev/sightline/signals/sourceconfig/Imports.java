package dev.sightline.signals.sourceconfig;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.Json;
import dev.sightline.signals.signal.SignalSource;
import dev.sightline.sql.Rows;
import dev.sightline.time.UuidV7;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The imports of sources that projects have switched on, each claimed by one replica at a time. */
@ApplicationScoped
public class Imports {

    private final Pool pool;
    private final UUID replica = UuidV7.next();

    Imports(Pool pool) {
        this.pool = pool;
    }

    /** An import that is this replica's for the moment, with the settings of its source. */
    public record Claim(int projectId, SignalSource source, JsonNode config) {

        private static Claim of(Row row, SignalSource source) {
            return new Claim(row.getInteger("project_id"), source, Json.read(row.getString("config"), JsonNode.class));
        }
    }

    /** Claims the import that has been due longest and shows it as running; empty when none is due. */
    public Uni<Optional<Claim>> claim(SignalSource source, Duration lease) {
        return pool.preparedQuery(ImportQueries.ENROLL)
                .execute(Tuple.of(source.product(), source.type()))
                .flatMap(enrolled -> pool.preparedQuery(ImportQueries.CLAIM)
                        .execute(Tuple.of(source.product(), source.type(), replica, lease.toMillis())))
                .map(rows -> Rows.first(rows, row -> Claim.of(row, source)));
    }

    /** Holds the claim to the end of the transaction and longer; fails if another replica has it by now. */
    public Uni<Void> keep(SqlClient tx, Claim claim, Duration lease) {
        return tx.preparedQuery(ImportQueries.KEEP)
                .execute(tuple(claim).addUUID(replica).addLong(lease.toMillis()))
                .invoke(Imports::requireOne)
                .replaceWithVoid();
    }

    private static void requireOne(RowSet<Row> kept) {
        if (kept.size() == 0) {
            throw new IllegalStateException("The import belongs to another replica now.");
        }
    }

    /** Gives the claim back; the import is due again after {@code rest}. */
    public Uni<Void> finish(Claim claim, boolean completed, Duration rest) {
        return pool.preparedQuery(ImportQueries.FINISH)
                .execute(tuple(claim)
                        .addUUID(replica)
                        .addLong(rest.toMillis())
                        .addString(completed ? "completed" : "failed"))
                .replaceWithVoid();
    }

    private static Tuple tuple(Claim claim) {
        return Tuple.tuple(List.of(
                claim.projectId(), claim.source().product(), claim.source().type()));
    }
}
