package dev.sightline.vision.recording;

/** The SQL of recordings. */
final class RecordingQueries {

    private RecordingQueries() {}

    /** Stores a block once: the request's identity is its key. Nothing comes back of a session that was deleted. */
    static final String INSERT_BLOCK = """
            insert into recording_block
                (project_id, session_id, received_on, batch_id, start_time, end_time, item_count,
                 content, object_uri, object_offset, object_length)
            select $1::integer, $2::varchar, $3::date, $4::uuid, $5::timestamptz, $6::timestamptz, $7::integer,
                   $8::bytea, $9::text, $10::bigint, $11::integer
             where not exists (select 1 from deleted_recording where project_id = $1 and session_id = $2)
            on conflict do nothing
            """;

    /** Makes a row to lock for a session that is new; what it holds is folded over right after. */
    static final String INSERT_SESSION = """
            insert into recording_session
                (project_id, session_id, distinct_id, start_time, end_time,
                 snapshot_source, snapshot_library, retention_days, last_received_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            on conflict do nothing
            """;

    /** Sessions that have not expired. */
    static final String VISIBLE = "expires_on > (now() at time zone 'UTC')::date";

    private static final String SESSION_COLUMNS = """
            project_id, session_id, distinct_id, start_time, end_time, active_ms, click_count, keypress_count,
            mouse_activity_count, console_log_count, console_warn_count, console_error_count, urls,
            snapshot_source, snapshot_library, item_count, block_count, size_bytes, retention_days, last_received_at
            """;

    static final String LOCK_SESSION =
            "select " + SESSION_COLUMNS + "from recording_session where project_id = $1 and session_id = $2 for update";

    static final String FIND_SESSION = "select " + SESSION_COLUMNS
            + "from recording_session where project_id = $1 and session_id = $2 and " + VISIBLE;

    /**
     * @param position SQL of where a session stands in the list's order
     */
    static String list(String position) {
        return "select " + SESSION_COLUMNS + ", (" + position
                + ")::numeric as order_position from recording_session s where ";
    }

    static final String UPDATE_SESSION = """
            update recording_session
               set start_time = $3, end_time = $4, active_ms = $5, click_count = $6, keypress_count = $7,
                   mouse_activity_count = $8, console_log_count = $9, console_warn_count = $10,
                   console_error_count = $11, start_url = $12, urls = $13, item_count = $14,
                   block_count = $15, size_bytes = $16, last_received_at = greatest(last_received_at, $17)
             where project_id = $1 and session_id = $2
            """;

    /**
     * The blocks of a session in the order of their first items. What is older than the session belonged to one of the
     * same name that has expired.
     */
    static final String BLOCKS = """
            select b.received_on, b.batch_id, b.start_time, b.end_time
              from recording_session s
              join recording_block b
                on b.project_id = s.project_id and b.session_id = s.session_id and b.start_time >= s.start_time
             where s.project_id = $1 and s.session_id = $2
             order by b.start_time, b.received_on, b.batch_id
            offset $3 limit $4
            """;

    static final String FIND_BLOCK = """
            select content, object_uri, object_offset, object_length
              from recording_block
             where project_id = $1 and session_id = $2 and received_on = $3 and batch_id = $4
            """;

    static final String INSERT_EVENT = """
            insert into session_event (project_id, session_id, uuid, event, distinct_id, timestamp, properties)
            select $1::integer, $2::varchar, $3::uuid, $4::text, $5::text, $6::timestamptz, $7::jsonb
             where not exists (select 1 from deleted_recording where project_id = $1 and session_id = $2)
            on conflict do nothing
            """;

    static final String EVENTS = """
            select uuid, event, distinct_id, timestamp, properties::text as properties
              from session_event
             where project_id = $1 and session_id = $2
             order by timestamp, uuid
             limit $3
            """;
}
