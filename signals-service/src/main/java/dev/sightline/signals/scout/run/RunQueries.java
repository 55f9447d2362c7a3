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

    /** Counts, of runs called {@code ended}, those that failed by schedule in a row; a success begins anew. */
    private static final String COUNT_FAILURES = """
            , counted as (
                update scout_config c set failures = case when e.status = 'failed' then c.failures + 1 else 0 end
                from ended e
                where c.id = e.scout_config_id
                  and (e.status = 'failed' and e.tick is not null or e.status = 'completed' and c.failures > 0)
            )
            select status, executor, started_at, completed_at, emitted_count, status_before, tick
            from ended""";

    /**
     * Ends runs that are under way; those that somebody else has ended stay as they are. $1 projects, $2 runs, $3 statuses,
     * $4 summaries, $5 errors, $6 when.
     */
    static final String END = """
            with ended as (
                update scout_run r
                set status = e.status, summary = e.summary, error_message = e.error, completed_at = $6
                from unnest($1::int[], $2::uuid[], $3::text[], $4::text[], $5::text[])
                    as e (project_id, id, status, summary, error)
                where r.project_id = e.project_id and r.id = e.id and r.status = 'in_progress'
                returning r.*, 'in_progress' as status_before
            )""" + COUNT_FAILURES;

    /** Fails runs that nobody finished; of two reapers one wins. $1 started before, $2 error, $3 when. */
    static final String REAP = """
            with stale as (
                select project_id, id, status as status_before from scout_run
                where status in ('queued', 'in_progress') and started_at < $1
                for update skip locked
            ), ended as (
                update scout_run r set status = 'failed', error_message = $2, completed_at = $3
                from stale s
                where r.project_id = s.project_id and r.id = s.id
                returning r.*, s.status_before
            )""" + COUNT_FAILURES;

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
