package dev.sightline.signals.processing.run;

/** SQL of report runs. Durations in milliseconds. */
final class RunQueries {

    /** $1 project, $2 run, $3 report, $4 owner, $5 lease. */
    static final String BEGIN = """
            insert into report_run (project_id, id, report_id, status, owner, lease_until, started_at)
            values ($1, $2, $3, 'running', $4, now() + $5 * interval '1 ms', now())""";

    /** Ends a run unless it was ended before. $3 status, $4 result, $5 reason. */
    static final String END = """
            update report_run set status = $3, finished_at = now(), result = $4, reason = $5
            where project_id = $1 and id = $2 and status = 'running'
            returning id""";

    /** Ends a run that nobody keeps any more. */
    static final String LOSE = """
            update report_run set status = 'lost', finished_at = now()
            where project_id = $1 and id = $2 and status = 'running' and lease_until <= now()
            returning id""";

    /** Keeps runs that are under way. $1 their identities, $2 lease. */
    static final String KEEP = """
            update report_run set lease_until = now() + $2 * interval '1 ms'
            where id = any ($1::uuid[]) and status = 'running'""";

    /** Runs that nobody keeps any more. $1 how many. */
    static final String EXPIRED = """
            select project_id, id, report_id from report_run
            where status = 'running' and lease_until <= now()
            order by lease_until
            limit $1""";

    static final String GIVE_UP = """
            update report_run set status = 'failed', result = 'failed' where project_id = $1 and id = $2""";

    private static final String LOST_SINCE = """
            from report_run r
            where r.project_id = $1 and r.report_id = $2 and r.status = 'lost'
              and r.started_at > coalesce((
                    select max(e.started_at) from report_run e
                    where e.project_id = $1 and e.report_id = $2 and e.status in ('completed', 'failed')), '-infinity')""";

    /** Runs of a report that were lost since one last came to an end, and why $3 was put off. */
    static final String LOST =
            "select count(*)::int as lost, max(r.reason) filter (where r.id = $3) as cause " + LOST_SINCE;

    /** Lets a run rest. $3 run, $4 shortest rest ms, $5 why. */
    static final String PUT_OFF = """
            update report_run set
                reason = $5,
                lease_until = now() + $4 * power(2, (select least(count(*), 8)\s""" + LOST_SINCE + """
            )) * interval '1 ms'
            where project_id = $1 and id = $3 and status = 'running'""";

    private RunQueries() {}
}
