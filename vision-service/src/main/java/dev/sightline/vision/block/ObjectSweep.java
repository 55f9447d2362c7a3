package dev.sightline.vision.block;

import dev.sightline.sql.Rows;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** Removes the objects that no block lies in. Any number of replicas may do so at once: they pass over each other's. */
@ApplicationScoped
public class ObjectSweep {

    private static final Logger LOG = Logger.getLogger(ObjectSweep.class);

    private static final long OBJECTS_A_TURN = 200;

    private static final String DUE = """
            select object_uri from loose_object where due_at <= now() order by due_at limit $1 for update skip locked
            """;

    /** Asked after the rows are locked: only then is it certain that nobody is letting go of the same object. */
    private static final String UNUSED = """
            select uri
              from unnest($1::text[]) as uri
             where not exists (select 1 from recording_block where object_uri = uri)
            """;

    private static final String FORGET = "delete from loose_object where object_uri = any($1)";

    private final Pool pool;
    private final BlockStorage storage;

    ObjectSweep(Pool pool, BlockStorage storage) {
        this.pool = pool;
        this.storage = storage;
    }

    @Scheduled(
            every = "{sightline.vision.recording.upkeep-interval:15m}",
            delayed = "2m",
            identity = "recording-object-sweep",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return sweep().onFailure()
                .invoke(failure -> LOG.warnf("recording objects not removed reason=%s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    /** Removes all that are due. */
    public Uni<Void> sweep() {
        return pool.withTransaction(this::turn)
                .chain(count -> count < OBJECTS_A_TURN ? Uni.createFrom().voidItem() : sweep());
    }

    private Uni<Integer> turn(SqlConnection tx) {
        return uris(tx, DUE, OBJECTS_A_TURN)
                .chain(due -> due.isEmpty()
                        ? Uni.createFrom().item(0)
                        : remove(tx, due.toArray(String[]::new)).replaceWith(due.size()));
    }

    /** What the store refuses to remove stays listed. */
    private Uni<Void> remove(SqlConnection tx, String[] due) {
        return uris(tx, UNUSED, due)
                .chain(unused -> unused.isEmpty() ? Uni.createFrom().voidItem() : storage.remove(unused))
                .chain(() -> tx.preparedQuery(FORGET).execute(Tuple.of(due)))
                .replaceWithVoid();
    }

    private static Uni<List<String>> uris(SqlConnection tx, String sql, Object parameter) {
        return tx.preparedQuery(sql).execute(Tuple.of(parameter)).map(rows -> Rows.list(rows, row -> row.getString(0)));
    }
}
