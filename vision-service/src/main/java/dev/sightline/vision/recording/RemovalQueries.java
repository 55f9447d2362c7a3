package dev.sightline.vision.recording;

/** The SQL that removes recordings. */
final class RemovalQueries {

    private RemovalQueries() {}

    /** One replica at a time removes what has expired. */
    static final String TRY_TURN = "select pg_try_advisory_xact_lock(hashtextextended('recording retention', 0))";

    static final String DELETE_SESSION = """
            delete from recording_session
             where project_id = $1 and session_id = $2 and expires_on > (now() at time zone 'UTC')::date
            returning project_id, session_id
            """;

    static final String BURY =
            "insert into deleted_recording (project_id, session_id) values ($1, $2) on conflict do nothing";

    static final String IS_BURIED = "select 1 from deleted_recording where project_id = $1 and session_id = $2";

    static final String EXPIRE = """
            delete from recording_session
             where (project_id, session_id) in (
                   select project_id, session_id
                     from recording_session
                    where expires_on <= (now() at time zone 'UTC')::date
                    order by expires_on
                    limit $1
                      for update skip locked)
            returning project_id, session_id
            """;

    static final String DELETE_EVENTS = """
            delete from session_event event
             using unnest($1::integer[], $2::varchar[]) as gone (project_id, session_id)
             where event.project_id = gone.project_id and event.session_id = gone.session_id
            """;

    static final String DELETE_BLOCKS = """
            delete from recording_block block
             using unnest($1::integer[], $2::varchar[]) as gone (project_id, session_id)
             where block.project_id = gone.project_id and block.session_id = gone.session_id
            """;

    /** After this time nothing of the session can come in any more. */
    static final String FORGET_DELETED =
            "delete from deleted_recording where deleted_at < now() - make_interval(days => $1)";
}
