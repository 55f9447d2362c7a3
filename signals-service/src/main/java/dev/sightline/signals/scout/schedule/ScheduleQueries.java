package dev.sightline.signals.scout.schedule;

/** SQL of the schedule. */
final class ScheduleQueries {

    /** Takes a tick for this transaction; nothing if another replica has it. $1 tick. */
    static final String TAKE = "update scout_tick set tick = $1 where tick < $1 returning tick";

    /**
     * Enabled scouts with a live skill whose time has come; one whose runs keep failing is tried once a day. $1 now, $2 grace in
     * seconds.
     */
    static final String DUE = """
            select c.project_id, c.id, c.skill_name, c.run_interval_minutes, c.last_run_at,
                   coalesce(c.enabled_by, c.created_by) as user_id,
                   s.version, s.seeded_by is not null as seeded, md5(s.body) as body_md5
            from scout_config c
            join scout_skill s on s.project_id = c.project_id and s.name = c.skill_name and s.is_latest and not s.deleted
            where c.enabled
              and (c.last_run_at is null
                   or c.last_run_at <= $1::timestamptz - c.run_interval_minutes * interval '1 minute' + $2::double precision * interval '1 second')
              and (c.failures < scout_patience(c.run_interval_minutes)
                   or c.last_run_at <= $1::timestamptz - interval '24 hours')""";

    /** Runs of the last 24 hours by project. $1 since. */
    static final String TODAY =
            "select project_id, count(*)::int as runs from scout_run where created_at > $1 group by 1";

    /**
     * Queues runs; of a scout that runs still, none. $1 projects, $2 runs, $3 tasks, $4 task runs, $5 configurations,
     * $6 skills, $7 versions, $8 executors, $9 people, $10 now, $11 tick.
     */
    static final String DISPATCH = """
            insert into scout_run (project_id, id, task_id, task_run_id, scout_config_id, skill_name, skill_version,
                                   executor, user_id, status, created_at, started_at, tick)
            select project_id, id, task_id, task_run_id, config_id, skill_name, skill_version, executor, user_id,
                   'queued', $10::timestamptz, $10::timestamptz, $11::timestamptz
            from unnest($1::int[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::int[], $8::text[],
                        $9::int[]) as run (project_id, id, task_id, task_run_id, config_id, skill_name, skill_version,
                                           executor, user_id)
            on conflict do nothing""";

    /** $1 configurations, $2 now. */
    static final String STAMP = "update scout_config set last_run_at = $2 where id = any ($1::uuid[])";

    private ScheduleQueries() {}
}
