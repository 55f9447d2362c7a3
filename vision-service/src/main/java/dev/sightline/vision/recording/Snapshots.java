package dev.sightline.vision.recording;

import dev.sightline.api.Refusal;
import dev.sightline.messaging.RetryLaterException;
import dev.sightline.vision.block.MissingBlockException;
import dev.sightline.vision.recording.SnapshotSources.Source;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/** The recorded items themselves, as lines of blocks. */
@ApplicationScoped
class Snapshots {

    private static final Logger LOG = Logger.getLogger(Snapshots.class);

    private static final int BROKEN = 500;
    private static final int AWAY = 503;

    private final BlockIndex blocks;

    Snapshots(BlockIndex blocks) {
        this.blocks = blocks;
    }

    Uni<SnapshotSources> sources(SessionKey session) {
        return blocks.list(session, SnapshotRange.ALL).map(Snapshots::sources);
    }

    private static SnapshotSources sources(List<StoredBlock> blocks) {
        return new SnapshotSources(IntStream.range(0, blocks.size())
                .mapToObj(key -> source(key, blocks.get(key)))
                .toList());
    }

    private static Source source(int key, StoredBlock block) {
        return new Source("blob_v2", block.start(), block.end(), String.valueOf(key));
    }

    /** The lines of some blocks, a piece at a time. */
    Multi<byte[]> lines(SessionKey session, SnapshotRange range) {
        return answered(
                blocks.read(session, range).onItem().transformToMultiAndConcatenate(block -> new InflatedBlock(block)
                        .pieces()));
    }

    /** The same as they are stored: gzip members, which together are a gzip file. */
    Multi<byte[]> packed(SessionKey session, SnapshotRange range) {
        return answered(blocks.read(session, range));
    }

    /** What fails before the first piece is refused in words; later only the connection can end. */
    private static Multi<byte[]> answered(Multi<byte[]> pieces) {
        return pieces.onFailure(RetryLaterException.class)
                .transform(failure -> refusal(AWAY, "recording_storage_unavailable", failure))
                .onFailure(Snapshots::isBroken)
                .transform(failure -> refusal(BROKEN, "recording_block_unreadable", failure));
    }

    private static boolean isBroken(Throwable failure) {
        return failure instanceof MissingBlockException || failure instanceof CorruptBlockException;
    }

    private static Refusal refusal(int status, String text, Throwable failure) {
        LOG.warnf("recording not played error=%s reason=%s", text, failure.getMessage());
        return new Refusal(status, text);
    }
}
