package dev.sightline.vision.recording;

/** The SQL that removes recordings. */
final class RemovalQueries {

    private RemovalQueries() {}

    /** One replica at a time removes what has expired; the others find nothing to do. */
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

    /** Lets go of the objects in which blocks of {@code gone} lay; whether any block is left there is seen later. */
    private static final String RELEASE_OBJECTS = """
            insert into loose_object (object_uri, due_at)
            select distinct object_uri, now() from gone where object_uri is not null order by object_uri
            on conflict (object_uri) do update set due_at = excluded.due_at
            """;

    static final String DELETE_BLOCKS = """
            with gone as (
                delete from recording_block block
                 using unnest($1::integer[], $2::varchar[]) as session (project_id, session_id)
                 where block.project_id = session.project_id and block.session_id = session.session_id
                returning block.object_uri
            )
            """ + RELEASE_OBJECTS;

    /** A block is needed while its session may be seen. */
    private static final String NEEDED = """
            exists (select 1
                      from recording_session session
                     where session.project_id = block.project_id and session.session_id = block.session_id
                       and session.start_time <= block.start_time
                       and session.expires_on > (now() at time zone 'UTC')::date)
            """;

    /** No day is dropped that blocks may still come in for. */
    static final String PAST_DAYS = """
            select day.relname as day
              from pg_inherits partition
              join pg_class day on day.oid = partition.inhrelid
             where partition.inhparent = 'recording_block'::regclass
               and day.relname ~ '^recording_block_[0-9]{8}$'
               and to_date(right(day.relname, 8), 'YYYYMMDD') < (now() at time zone 'UTC')::date - 1
             order by day.relname
            """;

    /** A day that is read meanwhile waits for its next turn, and with it nobody else. */
    static final String WAIT_LITTLE = "set local lock_timeout = '2s'";

    static String lock(String day) {
        return "lock table " + day + " in share row exclusive mode";
    }

    static String isUnneeded(String day) {
        return "select not exists (select 1 from " + day + " block where " + NEEDED + ")";
    }

    static String releaseObjects(String day) {
        return "with gone as (select object_uri from " + day + ") " + RELEASE_OBJECTS;
    }

    static String drop(String day) {
        return "drop table " + day;
    }

    /** What came on a day that nobody had made room for cannot be dropped with it. */
    static final String CLEAR_DEFAULT = """
            with gone as (
                delete from recording_block_default
                 where ctid = any (array(
                       select block.ctid from recording_block_default block where not
            """ + NEEDED + """
                        limit $1))
                returning object_uri
            ), released as (
            """ + RELEASE_OBJECTS + """
            )
            select count(*) from gone
            """;

    static final String DELETE_STRAY_EVENTS = """
            delete from session_event
             where (project_id, session_id, uuid) in (
                   select project_id, session_id, uuid
                     from session_event event
                    where received_on < (now() at time zone 'UTC')::date - $1::integer
                      and not exists (select 1
                                        from recording_session session
                                       where session.project_id = event.project_id
                                         and session.session_id = event.session_id)
                    limit $2)
            """;

    /** After this time nothing of the session can come in any more. */
    static final String FORGET_DELETED =
            "delete from deleted_recording where deleted_at < now() - make_interval(days => $1)";
}
