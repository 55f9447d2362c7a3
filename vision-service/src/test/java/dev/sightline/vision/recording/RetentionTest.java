package dev.sightline.vision.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.vision.VisionDatabase;
import dev.sightline.vision.block.GivenBlocks;
import dev.sightline.vision.filter.GivenSessions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Blocks go a day at a time, events of sessions that were never recorded by the day they came in. */
class RetentionTest {

    private static final Pool POOL = VisionDatabase.pool();
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    private final int project = VisionDatabase.newProjectId();
    private final GivenSessions given = new GivenSessions(POOL, project);
    private final RecordingConfig config = GivenBlocks.recordings(Map.of());
    private final RecordingRetention retention =
            new RecordingRetention(POOL, new RecordingRemoval(POOL), new ExpiredDays(POOL), config);

    @Test
    void daysAreMadeAheadAndBlocksFindThem() {
        done(new BlockPartitions(POOL, config, Clock.systemUTC()).makeAhead());

        for (int ahead = 0; ahead <= config.partitionsAhead(); ahead++) {
            assertTrue(exists(TODAY.plusDays(ahead)), "in " + ahead + " days");
        }
        session("one", TODAY);
        block("one", TODAY, TODAY);
        assertEquals(0, count("select count(*) from recording_block_default where project_id = $1"));
    }

    @Test
    void aDayIsDroppedOnceAllItsSessionsHaveExpired() {
        LocalDate day = TODAY.minusDays(45);
        partition(day);
        session("expired", day);
        session("clock-ahead", day.plusDays(20));
        block("expired", day, day);
        block("clock-ahead", day, day.plusDays(20));

        done(retention.run());
        assertTrue(exists(day), "a session that is still kept has a block in it");
        assertEquals(0, sessions("expired"));

        given.with("clock-ahead", "retention_days", "1");
        done(retention.run());
        assertFalse(exists(day));
        assertEquals(0, count("select count(*) from recording_block where project_id = $1"));
    }

    @Test
    void aDroppedDayLetsGoOfItsObjects() {
        LocalDate day = TODAY.minusDays(50);
        partition(day);
        String uri = "s3://bucket/" + project;
        block("long-gone", day, day);
        run("update recording_block set content = null, object_uri = '" + uri + "', object_offset = 0,"
                + " object_length = 1 where project_id = $1");

        done(retention.run());

        assertFalse(exists(day));
        assertEquals(1, count("delete from loose_object where object_uri = 's3://bucket/' || $1::integer returning 1"));
    }

    @Test
    void whatCameOnADayNobodyMadeRoomForGoesByItself() {
        LocalDate day = TODAY.minusDays(60);
        session("kept", TODAY);
        block("expired", day, day);
        block("kept", day, TODAY);

        done(retention.run());

        assertEquals(1, count("select count(*) from recording_block_default where project_id = $1"));
        run("delete from recording_block where project_id = $1");
    }

    @Test
    void blocksOfAnExpiredSessionAreNotThoseOfANewOneOfItsName() {
        LocalDate day = TODAY.minusDays(40);
        block("again", day, day);
        session("again", TODAY);
        block("again", TODAY, TODAY);
        BlockIndex index = new BlockIndex(POOL, null, null);

        assertEquals(
                1,
                done(index.list(new SessionKey(project, "again"), SnapshotRange.ALL))
                        .size());
        run("delete from recording_block where project_id = $1");
    }

    @Test
    void eventsOfSessionsThatWereNeverRecordedExpire() {
        session("recorded", TODAY.minusDays(29));
        for (String session : new String[] {"recorded", "never", "young"}) {
            given.event(session, "$pageview", Instant.now(), "{}");
        }
        run("update session_event set received_on = current_date - 31 where project_id = $1 and session_id <> 'young'");

        done(retention.run());

        assertEquals(1, events("recorded"));
        assertEquals(0, events("never"));
        assertEquals(1, events("young"));
    }

    private void partition(LocalDate day) {
        done(POOL.query("create table " + name(day) + " partition of recording_block for values from ('" + day
                        + "') to ('" + day.plusDays(1) + "')")
                .execute());
    }

    private void session(String id, LocalDate start) {
        given.session(id, "somebody", start.atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    private void block(String session, LocalDate received, LocalDate start) {
        done(POOL.preparedQuery("""
                insert into recording_block
                    (project_id, session_id, received_on, batch_id, start_time, end_time, item_count, content)
                values ($1, $2, $3, gen_random_uuid(), $4, $4, 1, 'x')
                """)
                .execute(Tuple.of(
                        project, session, received, start.atStartOfDay().atOffset(ZoneOffset.UTC))));
    }

    private static String name(LocalDate day) {
        return "recording_block_" + day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static boolean exists(LocalDate day) {
        return done(POOL.query("select to_regclass('" + name(day) + "') is not null")
                        .execute())
                .iterator()
                .next()
                .getBoolean(0);
    }

    private long sessions(String id) {
        return count("select count(*) from recording_session where project_id = $1 and session_id = '" + id + "'");
    }

    private long events(String session) {
        return count("select count(*) from session_event where project_id = $1 and session_id = '" + session + "'");
    }

    private long count(String sql) {
        RowSet<Row> rows = run(sql);
        return rows.iterator().next().getLong(0);
    }

    private RowSet<Row> run(String sql) {
        return done(POOL.preparedQuery(sql).execute(Tuple.of(project)));
    }

    private static <T> T done(Uni<T> uni) {
        return uni.await().indefinitely();
    }
}
