package dev.sightline.vision.block;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;

/**
 * Keeps the bytes of blocks. Which block lies where is known to Postgres in any case, so that a block is there only when
 * its row is. While a store does not answer, everything here fails with
 * {@link dev.sightline.messaging.RetryLaterException}.
 */
public interface BlockStorage extends AutoCloseable {

    /**
     * Puts away the bytes of one flush and says where they are, in the same order. What {@link LooseObjects#keep} does not
     * take in afterwards is thrown away again.
     */
    Uni<List<BlockPlace>> put(List<byte[]> blocks);

    /** The bytes at a place; fails with {@link MissingBlockException} if they are not there. */
    Uni<byte[]> read(BlockPlace place);

    /** Removes objects for good; those that are gone already are no error. */
    Uni<Void> remove(Collection<String> uris);

    @Override
    default void close() {}
}
