package dev.sightline.vision.block;

import dev.sightline.vision.block.BlockPlace.InObject;
import dev.sightline.vision.block.BlockPlace.InRow;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;

/** Leaves the bytes to the rows of Postgres. */
final class RowStorage implements BlockStorage {

    @Override
    public Uni<List<BlockPlace>> put(List<byte[]> blocks) {
        return Uni.createFrom()
                .item(() -> blocks.stream().<BlockPlace>map(InRow::new).toList());
    }

    @Override
    public Uni<byte[]> read(BlockPlace place) {
        return place instanceof InObject object
                ? Uni.createFrom().failure(() -> new MissingBlockException(unreachable(object.uri()), null))
                : Uni.createFrom().item(((InRow) place).bytes());
    }

    @Override
    public Uni<Void> remove(Collection<String> uris) {
        return Uni.createFrom().failure(() -> new IllegalStateException(unreachable(String.join(", ", uris))));
    }

    private static String unreachable(String uri) {
        return "there are blocks in an object store that " + BlockLocation.SETTING + " no longer names: " + uri;
    }
}
