package dev.sightline.vision.recording;

import dev.sightline.vision.recording.SnapshotSources.Source;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** The recorded items themselves, as lines of blocks. */
@ApplicationScoped
class Snapshots {

    private final Pool pool;

    Snapshots(Pool pool) {
        this.pool = pool;
    }

    Uni<SnapshotSources> sources(SessionKey session) {
        return pool.preparedQuery(RecordingQueries.BLOCK_SPANS)
                .execute(Tuple.of(session.projectId(), session.sessionId()))
                .map(Snapshots::sources);
    }

    private static SnapshotSources sources(RowSet<Row> rows) {
        List<Source> sources = new ArrayList<>();
        for (Row row : rows) {
            sources.add(new Source(
                    "blob_v2",
                    row.getOffsetDateTime("start_time").toInstant(),
                    row.getOffsetDateTime("end_time").toInstant(),
                    String.valueOf(sources.size())));
        }
        return new SnapshotSources(sources);
    }

    /** The lines of some blocks, a piece at a time. */
    Multi<byte[]> lines(SessionKey session, SnapshotRange range) {
        return packed(session, range).onItem().transformToMultiAndConcatenate(block -> new InflatedBlock(block)
                .pieces());
    }

    /**
     * The same as they are stored: gzip members, which together are a gzip file. Each block is fetched when the one before
     * it has been read, so that a slow reader holds one block and no connection.
     */
    Multi<byte[]> packed(SessionKey session, SnapshotRange range) {
        return pool.preparedQuery(RecordingQueries.BLOCK_RANGE)
                .execute(Tuple.of(session.projectId(), session.sessionId(), (long) range.start(), (long) range.count()))
                .onItem()
                .transformToMulti(rows -> Multi.createFrom().iterable(rows))
                .onItem()
                .transformToUniAndConcatenate(row -> block(session, row));
    }

    private Uni<byte[]> block(SessionKey session, Row key) {
        return pool.preparedQuery(RecordingQueries.FIND_BLOCK)
                .execute(Tuple.of(
                        session.projectId(),
                        session.sessionId(),
                        key.getLocalDate("received_on"),
                        key.getUUID("batch_id")))
                .map(rows -> rows.iterator().next().getBuffer("content").getBytes());
    }
}
