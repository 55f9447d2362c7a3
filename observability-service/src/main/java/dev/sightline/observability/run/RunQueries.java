package dev.sightline.observability.run;

/** The SQL of runs. Each change of state names the states it may start from, so that a repeat changes nothing. */
final class RunQueries {

    private RunQueries() {}

    static final String INSERT = """
            insert into evaluation_run
                (project_id, id, workflow_id, evaluation_id, evaluation_name, runtime, automatic,
                 event_uuid, event_name, event_day, status, created_at)
            select project_id, id, workflow_id, evaluation_id, evaluation_name, runtime, automatic,
                   event_uuid, event_name, event_day, 'pending', $11::timestamptz
            from unnest($1::int[], $2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::boolean[],
                        $8::uuid[], $9::text[], $10::date[])
                as r (project_id, id, workflow_id, evaluation_id, evaluation_name, runtime, automatic,
                      event_uuid, event_name, event_day)
            on conflict do nothing
            returning id
            """;

    /** One replica at a time takes runs of a project, so that its caps hold; the number is arbitrary and means this. */
    static final String LOCK = "select pg_advisory_xact_lock(7201403, $1)";

    /** Takes what waits, people's runs first, and what its worker lost, within the caps of the project. */
    static final String CLAIM = """
            with room as (
                select least($3::bigint,
                             $4 - (select count(*) from evaluation_run
                                   where project_id = $1 and status = 'running' and lease_until >= $2),
                             $5 - (select count(*) from evaluation_run
                                   where project_id = $1 and started_at > $2::timestamptz - interval '1 minute')) as places
            ), due as (
                select id from evaluation_run
                where project_id = $1 and status in ('pending', 'running')
                  and (lease_until is null or lease_until < $2) and attempts < $6
                order by automatic, created_at
                limit greatest(0, (select places from room))
                for update skip locked
            )
            update evaluation_run r
               set status = 'running', attempts = attempts + 1, lease_until = $7, started_at = $2
              from due
             where r.project_id = $1 and r.id = due.id
            returning r.project_id, r.id, r.workflow_id, r.evaluation_id, r.event_uuid, r.event_name, r.event_day,
                      r.automatic, r.attempts, r.created_at, r.started_at
            """;

    static final String EXTEND_LEASE = """
            update evaluation_run set lease_until = $4
             where project_id = $1 and id = $2 and attempts = $3 and status = 'running'
            """;

    /** The attempt is part of it: a worker that was thought dead ends nothing. */
    static final String FINISH = """
            update evaluation_run
               set status = $4, verdict = $5, applicable = $6, reasoning = $7, error_type = $8, error = $9,
                   provider = $10, model = $11, provider_key_id = $12, input_tokens = $13, output_tokens = $14,
                   completed_at = $15, lease_until = null
             where project_id = $1 and id = $2 and attempts = $3 and status = 'running'
            """;

    /** Projects that have something to do, found by skipping through the index. */
    static final String WAITING_PROJECTS = """
            with recursive waiting as (
                (select project_id from evaluation_run where status in ('pending', 'running')
                 order by project_id limit 1)
                union all
                select (select r.project_id from evaluation_run r
                        where r.status in ('pending', 'running') and r.project_id > waiting.project_id
                        order by r.project_id limit 1)
                from waiting where waiting.project_id is not null
            )
            select project_id from waiting where project_id is not null
            """;

    /** Runs that were lost as often as a run may be, given up by whoever sees them first. */
    static final String HOPELESS = """
            select project_id, id, workflow_id, evaluation_id, event_uuid, event_name, event_day, automatic, attempts,
                   created_at, started_at
            from evaluation_run
            where project_id = $1 and status in ('pending', 'running') and lease_until < $2 and attempts >= $3
            limit 100
            """;

    static final String COLUMNS = """
            id, workflow_id, evaluation_id, evaluation_name, runtime, automatic, event_uuid, event_name, status,
            verdict, applicable, reasoning, error_type, error, provider, model, provider_key_id, input_tokens,
            output_tokens, created_at, started_at, completed_at
            """;

    static final String FIND = "select " + COLUMNS + "from evaluation_run where project_id = $1 and id = $2";

    static final String EXPIRE = "delete from evaluation_run where completed_at < $1";
}
