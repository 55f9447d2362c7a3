package dev.sightline.vision.observation;

import dev.sightline.sql.Where;

/** The SQL of observations. Each change of state names the states it may start from, so that a repeat changes nothing. */
final class ObservationQueries {

    private ObservationQueries() {}

    /** JSON as text: the driver would read it into maps that nobody wants. */
    static final String COLUMNS = """
            id, project_id, scanner_id, session_id, status, error_reason, workflow_id,
            scanner_snapshot::text as scanner_snapshot, scanner_result::text as scanner_result, triggered_by, triggered_by_user, started_at, completed_at, created_at
            """;

    static final String INSERT = """
            insert into observation
                (id, project_id, scanner_id, session_id, status, workflow_id, scanner_snapshot,
                 triggered_by, triggered_by_user, created_at, requested_at)
            values ($1, $2, $3, $4, 'pending', $5, $6, $7, $8, $9, $9)
            on conflict (project_id, scanner_id, session_id) do nothing
            """;

    /** A worker takes a waiting row, or one whose worker has not been heard of for too long. */
    static final String CLAIM = "update observation"
            + " set status = 'running', started_at = coalesce(started_at, $3), lease_until = $4,"
            + " attempts = attempts + 1"
            + " where project_id = $1 and id = $2"
            + " and (status = 'pending' or (status = 'running' and lease_until < $3))"
            + " returning "
            + COLUMNS;

    static final String EXTEND_LEASE = """
            update observation set lease_until = $3
             where project_id = $1 and id = $2 and status = 'running'
            """;

    /** Holds the scanner before the row, as whoever deletes the scanner does: so the two never wait for each other. */
    static final String FINISH = """
            update observation o
               set status = $3, error_reason = $4, scanner_result = $5, input_tokens = $6, output_tokens = $7,
                   completed_at = $8, lease_until = null
              from (select s.id
                      from scanner s
                     where s.project_id = $1
                       and s.id = (select scanner_id from observation where project_id = $1 and id = $2)
                       for key share) held
             where o.project_id = $1 and o.id = $2 and o.scanner_id = held.id and o.status in ('pending', 'running')
            """;

    static final String FIND =
            "select " + COLUMNS + "from observation where project_id = $1 and scanner_id = $2 and id = $3";

    static final String FIND_IN_PROJECT = "select " + COLUMNS + "from observation where project_id = $1 and id = $2";

    static final String REMOVE_WITHOUT_RESULT = """
            delete from observation where project_id = $1 and id = $2 and status in ('failed', 'ineligible')
            """;

    static String list(Where where, String order, int limit, long offset) {
        String page = " limit " + where.bind((long) limit) + " offset " + where.bind(offset);
        return "select " + COLUMNS + " from observation where " + where.sql() + " order by " + order + page;
    }

    /** What has ended is read from the sums, which have the columns that outcomes are filtered by. */
    static String countOfOutcomes(String condition) {
        return "select ((select coalesce(sum(total), 0) from observation_day_tally where " + condition + ")"
                + " + (select count(*) from observation where " + condition
                + " and status in ('pending', 'running')))::bigint";
    }

    private static final String TAGGED = """
            (select coalesce(sum(tagged), 0)::bigint
               from observation_day_tally
              where project_id = $1 and scanner_id = $2 and status = 'succeeded' and triggered_by = any($3)) as among
            """;

    /** Each observation once, also one that has several of the tags. */
    static final String COUNT_OF_TAGS = """
            select (select coalesce(sum(total), 0)::bigint
                      from observation_tag_set_tally
                     where project_id = $1 and scanner_id = $2 and triggered_by = any($3) and tags && $4) as count,
            """ + TAGGED;

    /** As often as the tag was given, less the times it was given again in the same observation. */
    static final String COUNT_OF_TAG = """
            select (select coalesce(sum(case kind when 'again' then -total else total end), 0)::bigint
                      from observation_answer_tally
                     where project_id = $1 and scanner_id = $2 and kind in ('tag', 'freeform', 'again') and value = $4
                       and triggered_by = any($3)) as count,
            """ + TAGGED;

    static final String SCANNER_EXISTS = "select 1 from scanner where project_id = $1 and id = $2";
}
