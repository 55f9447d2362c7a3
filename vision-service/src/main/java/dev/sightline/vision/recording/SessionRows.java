package dev.sightline.vision.recording;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Sessions to and from their row. */
final class SessionRows {

    private SessionRows() {}

    static StoredSession read(Row row) {
        return new StoredSession(
                row.getInteger("project_id"),
                row.getString("session_id"),
                counters(row),
                row.getInteger("block_count"),
                row.getLong("size_bytes"),
                row.getInteger("retention_days"),
                row.getOffsetDateTime("last_received_at").toInstant());
    }

    private static SessionCounters counters(Row row) {
        return new SessionCounters(
                row.getInteger("block_count") == 0 ? TimeSpan.NONE : span(row),
                new ActivityCounts(
                        row.getLong("active_ms"),
                        row.getLong("click_count"),
                        row.getLong("keypress_count"),
                        row.getLong("mouse_activity_count")),
                new ConsoleCounts(
                        row.getLong("console_log_count"),
                        row.getLong("console_warn_count"),
                        row.getLong("console_error_count")),
                contents(row));
    }

    private static TimeSpan span(Row row) {
        return new TimeSpan(
                row.getOffsetDateTime("start_time").toInstant().toEpochMilli(),
                row.getOffsetDateTime("end_time").toInstant().toEpochMilli());
    }

    private static RecordingContents contents(Row row) {
        return new RecordingContents(
                row.getLong("item_count"),
                new VisitedUrls(List.of(row.getArrayOfStrings("urls"))),
                new RecordingOrigin(
                        row.getString("distinct_id"),
                        row.getString("snapshot_source"),
                        row.getString("snapshot_library")));
    }

    static Tuple insertion(ArrivedBlock arrived, int retentionDays) {
        SessionCounters counters = arrived.block().counters();
        RecordingOrigin origin = counters.contents().origin();
        return Tuple.tuple()
                .addInteger(arrived.batch().projectId())
                .addString(arrived.batch().sessionId())
                .addString(origin.distinctId())
                .addOffsetDateTime(utc(counters.span().start()))
                .addOffsetDateTime(utc(counters.span().end()))
                .addString(origin.sourceOrWeb())
                .addString(origin.library() == null ? "web" : origin.library())
                .addInteger(retentionDays)
                .addOffsetDateTime(utc(arrived.batch().receivedAt()));
    }

    static Tuple update(StoredSession session) {
        SessionCounters counters = session.counters();
        return Tuple.tuple()
                .addInteger(session.projectId())
                .addString(session.sessionId())
                .addOffsetDateTime(utc(counters.span().start()))
                .addOffsetDateTime(utc(counters.span().end()))
                .addLong(counters.activity().activeMs())
                .addLong(counters.activity().clicks())
                .addLong(counters.activity().keypresses())
                .addLong(counters.activity().mouse())
                .addLong(counters.console().logs())
                .addLong(counters.console().warnings())
                .addLong(counters.console().errors())
                .addString(counters.contents().urls().first().orElse(null))
                .addArrayOfString(counters.contents().urls().all().toArray(String[]::new))
                .addLong(counters.contents().items())
                .addInteger(session.blockCount())
                .addLong(session.sizeBytes())
                .addOffsetDateTime(utc(session.lastReceivedAt()));
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
