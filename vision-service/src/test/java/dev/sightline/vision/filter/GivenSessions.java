package dev.sightline.vision.filter;

import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/** Recorded sessions of a project with what filters look at. */
public final class GivenSessions {

    private final Pool pool;
    private final int projectId;

    public GivenSessions(Pool pool, int projectId) {
        this.pool = pool;
        this.projectId = projectId;
    }

    /** A session of a minute, half of it active, that began at this time. */
    public GivenSessions session(String id, String distinctId, Instant start) {
        return session(id, distinctId, start, Duration.ofMinutes(1));
    }

    public GivenSessions session(String id, String distinctId, Instant start, Duration duration) {
        return run(
                """
                insert into recording_session (project_id, session_id, distinct_id, start_time, end_time, active_ms,
                    click_count, urls, snapshot_source, snapshot_library, retention_days, last_received_at, block_count)
                values ($1, $2, $3, $4, $5, 30000, 5, array['https://shop.test/home'], 'web', 'web', 30, $5, 1)
                """,
                Tuple.of(
                        projectId,
                        id,
                        distinctId,
                        start.atOffset(ZoneOffset.UTC),
                        start.plus(duration).atOffset(ZoneOffset.UTC)));
    }

    /** Sets a column of a session; the names are the test's own. */
    public GivenSessions with(String id, String column, String value) {
        return run(
                "update recording_session set " + column + " = " + value + " where project_id = $1 and session_id = $2",
                Tuple.of(projectId, id));
    }

    public GivenSessions event(String session, String event, Instant at, String properties) {
        return run("""
                insert into session_event (project_id, session_id, uuid, event, distinct_id, timestamp, properties)
                values ($1, $2, gen_random_uuid(), $3, 'd', $4, $5)
                """, Tuple.of(projectId, session, event, at.atOffset(ZoneOffset.UTC), new JsonObject(properties)));
    }

    public GivenSessions console(String session, String level, String message) {
        return run(
                "insert into session_console_message (project_id, session_id, level, message) values ($1, $2, $3, $4)",
                Tuple.of(projectId, session, level, message));
    }

    public GivenSessions person(UUID id, String distinctId, String properties) {
        run(
                "insert into person (project_id, id, properties) values ($1, $2, $3)",
                Tuple.of(projectId, id, new JsonObject(properties)));
        return run(
                "insert into person_distinct_id (project_id, distinct_id, person_id) values ($1, $2, $3)",
                Tuple.of(projectId, distinctId, id));
    }

    private GivenSessions run(String sql, Tuple values) {
        pool.preparedQuery(sql).execute(values).await().indefinitely();
        return this;
    }
}
