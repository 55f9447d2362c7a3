package dev.sightline.signals.scout.run;

/** SQL of scout runs. */
final class RunQueries {

    static final String FIND = "select " + RunRows.COLUMNS + " from scout_run where project_id = $1 and id = $2";

    /** Nothing if the scout runs already. */
    static final String INSERT = """
            insert into scout_run (project_id, id, task_id, task_run_id, scout_config_id, skill_name, skill_version, status,
                                   executor, user_id, created_at, started_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)
            on conflict do nothing
            returning id""";

    /** Ends a run that is under way. $3 status, $4 summary, $5 error, $6 when. */
    static final String END = """
            update scout_run set status = $3, summary = $4, error_message = $5, completed_at = $6
            where project_id = $1 and id = $2 and status = 'in_progress'
            returning id""";

    /** The same for many. $1 projects, $2 runs, $3 statuses, $4 summaries, $5 errors, $6 when. */
    static final String END_ALL = """
            update scout_run r
            set status = e.status, summary = e.summary, error_message = e.error, completed_at = $6
            from unnest($1::int[], $2::uuid[], $3::text[], $4::text[], $5::text[])
                as e (project_id, id, status, summary, error)
            where r.project_id = e.project_id and r.id = e.id and r.status = 'in_progress'""";

    /** Ends runs that nobody finished; of two reapers one wins. $1 started before, $2 error, $3 when. */
    static final String REAP = """
            update scout_run set status = 'failed', error_message = $2, completed_at = $3
            where status in ('queued', 'in_progress') and started_at < $1
            returning id""";

    /** Gives waiting runs to a worker. $1 how many, $2 when, $3 what carries them out. */
    static final String CLAIM = """
            with waiting as (
                select project_id, id from scout_run
                where status = 'queued' and executor = $3
                order by created_at, project_id
                limit $1
                for update skip locked
            )
            update scout_run r set status = 'in_progress', started_at = $2
            from waiting w
            where r.project_id = w.project_id and r.id = w.id
            returning r.project_id, r.id, task_id, task_run_id, scout_config_id, skill_name, skill_version, status,
                executor, user_id, summary, error_message, emitted_finding_ids, created_at, started_at, completed_at""";

    /** Runs of a project since a time. $2 since. */
    static final String COUNT = "select count(*) from scout_run where project_id = $1 and created_at > $2";

    /** A finding of a run; nothing if the request was answered before. */
    static final String EMISSION = """
            with emitted as (
                insert into scout_emission (project_id, id, run_id, finding_id, description, weight, confidence, severity,
                                            source_id, idempotency_key, emitted_at)
                values ($1, $3, $2, $4, $5, $6, $7, $8, $9, $10, $11)
                on conflict do nothing
                returning project_id, run_id, finding_id
            )
            update scout_run r
            set emitted_finding_ids = array_append(emitted_finding_ids, e.finding_id),
                emitted_count = emitted_count + 1
            from emitted e
            where r.project_id = e.project_id and r.id = e.run_id""";

    /** What a run has emitted, in order. */
    static final String EMISSIONS = """
            select finding_id, weight, confidence, severity, source_id, description, emitted_at
            from scout_emission where project_id = $1 and run_id = $2 order by emitted_at, id""";

    private RunQueries() {}
}
