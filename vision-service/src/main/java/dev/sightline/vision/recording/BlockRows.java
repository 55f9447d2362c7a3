package dev.sightline.vision.recording;

import dev.sightline.vision.block.BlockPlace;
import dev.sightline.vision.block.BlockPlace.InObject;
import dev.sightline.vision.block.BlockPlace.InRow;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/** Blocks to and from their row. */
final class BlockRows {

    private BlockRows() {}

    static Tuple insertion(PlacedBlock placed) {
        ArrivedBlock arrived = placed.arrived();
        SessionCounters counters = arrived.block().counters();
        return place(
                Tuple.tuple()
                        .addInteger(arrived.batch().projectId())
                        .addString(arrived.batch().sessionId())
                        .addLocalDate(
                                SessionRows.utc(arrived.batch().receivedAt()).toLocalDate())
                        .addUUID(arrived.batch().batchId())
                        .addOffsetDateTime(SessionRows.utc(counters.span().start()))
                        .addOffsetDateTime(SessionRows.utc(counters.span().end()))
                        .addInteger((int) counters.contents().items()),
                placed.place());
    }

    private static Tuple place(Tuple values, BlockPlace place) {
        return place instanceof InObject object
                ? values.addValue(null)
                        .addString(object.uri())
                        .addLong(object.offset())
                        .addInteger(object.length())
                : values.addBuffer(Buffer.buffer(((InRow) place).bytes()))
                        .addValue(null)
                        .addValue(null)
                        .addValue(null);
    }

    static BlockPlace place(Row row) {
        String uri = row.getString("object_uri");
        return uri == null
                ? new InRow(row.getBuffer("content").getBytes())
                : new InObject(uri, row.getLong("object_offset"), row.getInteger("object_length"));
    }
}
