package dev.sightline.vision.recording;

import dev.sightline.sql.Rows;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A block as it is listed: what names it within its session, and its first and last item. */
record StoredBlock(LocalDate receivedOn, UUID batchId, Instant start, Instant end) {

    static StoredBlock of(Row row) {
        return new StoredBlock(
                row.getLocalDate("received_on"),
                row.getUUID("batch_id"),
                Rows.instant(row, "start_time"),
                Rows.instant(row, "end_time"));
    }
}
