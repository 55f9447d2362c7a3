package dev.sightline.vision.observation;

/** The SQL of observation statistics. */
final class StatisticsQueries {

    private StatisticsQueries() {}

    static final String SCANNER = "select scanner_type, scanner_config from scanner where project_id = $1 and id = $2";

    /**
     * From the sums: whole days, what is in flight, and of the day on which the recent window begins, what was made after
     * its hour. $3 the beginning of the window, $4 the midnight after it.
     */
    static final String TALLIED = """
            select status, verdict, sum(total)::bigint as total,
                   coalesce(sum(total) filter (where day >= ($4::timestamptz at time zone 'UTC')::date), 0)::bigint
                       as recent
              from observation_day_tally
             where project_id = $1 and scanner_id = $2
             group by status, verdict
            union all
            select status, '', count(*), count(*) filter (where created_at >= $3)
              from observation
             where project_id = $1 and scanner_id = $2 and status in ('pending', 'running')
             group by status
            union all
            select 'succeeded', '', 0, count(*)
              from observation
             where project_id = $1 and scanner_id = $2 and created_at >= $3 and created_at < $4
               and status not in ('pending', 'running')
            """;

    static final String TALLIED_ANSWERS = """
            select kind, value, total
              from observation_answer_tally
             where project_id = $1 and scanner_id = $2 and total > 0
            """;

    /** From the rows themselves; equal answers are one group. */
    static String raw(String condition, String recentSince) {
        return "select status, verdict, score, tags, tags_freeform, count(*) as total,"
                + " count(*) filter (where created_at >= " + recentSince + ") as recent"
                + " from observation where " + condition
                + " group by status, verdict, score, tags, tags_freeform";
    }
}
