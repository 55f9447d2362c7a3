package dev.sightline.vision.block;

import dev.sightline.messaging.RetryLaterException;
import dev.sightline.vision.block.BlockPlace.InObject;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.stream.Stream;

/**
 * The objects that no block lies in, because its row is not written yet or not there any more. Every object is listed
 * here before it is written and until the transaction that makes its blocks known, so that none is ever forgotten.
 */
@ApplicationScoped
public class LooseObjects {

    private static final String ANNOUNCE = """
            insert into loose_object (object_uri, due_at) values ($1, now() + make_interval(secs => $2))
            """;
    private static final String KEEP = "delete from loose_object where object_uri = any($1)";

    private final Pool pool;
    private final BlockConfig config;

    LooseObjects(Pool pool, BlockConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /** Lists an object that is about to be written. */
    Uni<Void> announce(String uri) {
        return pool.preparedQuery(ANNOUNCE)
                .execute(Tuple.of(uri, (double) config.orphanAge().toSeconds()))
                .replaceWithVoid();
    }

    /**
     * Takes in the objects of blocks, in the transaction that writes their rows; it fails if one took so long that it
     * counts as forgotten and may be gone.
     */
    public Uni<Void> keep(SqlClient tx, Collection<BlockPlace> places) {
        String[] uris = places.stream()
                .flatMap(place -> place instanceof InObject object ? Stream.of(object.uri()) : Stream.empty())
                .distinct()
                .toArray(String[]::new);
        return uris.length == 0
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery(KEEP)
                        .execute(Tuple.of(uris))
                        .invoke(kept -> require(kept.rowCount() == uris.length))
                        .replaceWithVoid();
    }

    private static void require(boolean kept) {
        if (!kept) {
            throw new RetryLaterException("an object was written so slowly that it counted as forgotten", null);
        }
    }
}
