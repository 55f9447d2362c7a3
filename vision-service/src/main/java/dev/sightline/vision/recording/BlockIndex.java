package dev.sightline.vision.recording;

import dev.sightline.sql.Rows;
import dev.sightline.vision.block.BlockPlace;
import dev.sightline.vision.block.BlockStorage;
import dev.sightline.vision.block.LooseObjects;
import dev.sightline.vision.block.MissingBlockException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Knows which blocks a session has, one row each, and fetches their bytes from where they lie. Blocks are fetched a few
 * at a time, each few when those before have been read: a slow reader holds no connection and never a whole session.
 */
@ApplicationScoped
class BlockIndex {

    private static final Logger LOG = Logger.getLogger(BlockIndex.class);

    private static final byte[] NOTHING = {};
    /** Blocks may be megabytes each. */
    private static final int BLOCKS_AT_ONCE = 4;

    private final Pool pool;
    private final BlockStorage storage;
    private final LooseObjects objects;

    BlockIndex(Pool pool, BlockStorage storage, LooseObjects objects) {
        this.pool = pool;
        this.storage = storage;
        this.objects = objects;
    }

    /** Puts the bytes of blocks away; they are nobody's until {@link #add} has been committed. */
    Uni<List<PlacedBlock>> place(List<ArrivedBlock> arrived) {
        List<byte[]> bytes =
                arrived.stream().map(block -> block.block().bytes()).toList();
        return storage.put(bytes).map(places -> PlacedBlock.of(arrived, places));
    }

    /** Writes the rows of blocks and says which are new; those that are there already change nothing. */
    Uni<List<ArrivedBlock>> add(SqlConnection tx, List<PlacedBlock> placed) {
        return tx.preparedQuery(RecordingQueries.INSERT_BLOCK)
                .executeBatch(placed.stream().map(BlockRows::insertion).toList())
                .map(results -> added(placed, results))
                .call(added -> objects.keep(tx, places(added)))
                .map(added -> added.stream().map(PlacedBlock::arrived).toList());
    }

    private static List<PlacedBlock> added(List<PlacedBlock> placed, RowSet<Row> results) {
        List<PlacedBlock> added = new ArrayList<>();
        RowSet<Row> result = results;
        for (PlacedBlock block : placed) {
            if (result.rowCount() == 1) {
                added.add(block);
            }
            result = result.next();
        }
        return added;
    }

    private static List<BlockPlace> places(List<PlacedBlock> blocks) {
        return blocks.stream().map(PlacedBlock::place).toList();
    }

    /** The blocks of a session in the order of their first items. */
    Uni<List<StoredBlock>> list(SessionKey session, SnapshotRange range) {
        return pool.preparedQuery(RecordingQueries.BLOCKS)
                .execute(Tuple.of(session.projectId(), session.sessionId(), (long) range.start(), (long) range.count()))
                .map(rows -> Rows.list(rows, StoredBlock::of));
    }

    /** The bytes of some blocks; fails with {@link MissingBlockException} where they are lost. */
    Multi<byte[]> read(SessionKey session, SnapshotRange range) {
        return fetch(session, range, block -> read(session, block));
    }

    /** The bytes of all blocks; none at all, which no block has, in the place of those that are lost. */
    Multi<byte[]> readWhatIsLeft(SessionKey session) {
        return fetch(session, SnapshotRange.ALL, block -> read(session, block)
                .onFailure(MissingBlockException.class)
                .invoke(lost -> LOG.warnf("recording block is lost reason=%s", lost.getMessage()))
                .onFailure(MissingBlockException.class)
                .recoverWithItem(NOTHING));
    }

    private Multi<byte[]> fetch(SessionKey session, SnapshotRange range, Function<StoredBlock, Uni<byte[]>> reading) {
        return list(session, range)
                .onItem()
                .transformToMulti(blocks -> Multi.createFrom().iterable(blocks))
                .group()
                .intoLists()
                .of(BLOCKS_AT_ONCE)
                .onItem()
                .transformToMultiAndConcatenate(
                        some -> together(some.stream().map(reading).toList()));
    }

    private static Multi<byte[]> together(List<Uni<byte[]>> readings) {
        return Uni.join().all(readings).andFailFast().onItem().transformToMulti(bytes -> Multi.createFrom()
                .iterable(bytes));
    }

    private Uni<byte[]> read(SessionKey session, StoredBlock block) {
        return pool.preparedQuery(RecordingQueries.FIND_BLOCK)
                .execute(Tuple.of(session.projectId(), session.sessionId(), block.receivedOn(), block.batchId()))
                .map(rows -> Rows.first(rows, BlockRows::place))
                .chain(place -> storage.read(place.orElseThrow(BlockIndex::removedMeanwhile)));
    }

    private static MissingBlockException removedMeanwhile() {
        return new MissingBlockException("a block of the recording was removed while it was read", null);
    }
}
