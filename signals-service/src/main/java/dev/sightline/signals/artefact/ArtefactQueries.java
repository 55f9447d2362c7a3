package dev.sightline.signals.artefact;

/** SQL of artefacts and of what reports show of them. */
final class ArtefactQueries {

    private static final String COLUMNS =
            " id, report_id, type, content::text as content, created_at, updated_at, created_by, task_id ";

    /** Holds a report that exists for callers, to the end of the transaction. */
    static final String HOLD_REPORT = """
            select id from report where project_id = $1 and id = $2 and status <> 'deleted' for update""";

    static final String REPORT_EXISTS = """
            select id from report where project_id = $1 and id = $2 and status <> 'deleted'""";

    static final String COUNT = "select count(*) from report_artefact where project_id = $1 and report_id = $2";

    /** Newest first. $3 limit, $4 offset. */
    static final String PAGE = "select" + COLUMNS + """
            from report_artefact
            where project_id = $1 and report_id = $2
            order by created_at desc, seq desc
            limit $3 offset $4""";

    static final String ONE = "select" + COLUMNS + """
            from report_artefact
            where project_id = $1 and report_id = $2 and id = $3""";

    /** The first row that names a task. */
    static final String FIRST_OF_TASK = "select" + COLUMNS + """
            from report_artefact
            where project_id = $1 and report_id = $2 and type = 'task_run' and content ->> 'task_id' = $3
            order by created_at, seq
            limit 1""";

    /** The current row of a type. */
    static final String NEWEST_OF_TYPE = "select" + COLUMNS + """
            from report_artefact
            where project_id = $1 and report_id = $2 and type = $3
            order by created_at desc, seq desc
            limit 1""";

    static final String CHANGE = """
            update report_artefact set content = $4::text::jsonb, updated_at = clock_timestamp()
            where project_id = $1 and report_id = $2 and id = $3
            returning""" + COLUMNS;

    static final String DELETE = "delete from report_artefact where project_id = $1 and report_id = $2 and id = $3";

    /** $2 to $7: columns of the artefacts. */
    static final String INSERT = """
            insert into report_artefact (project_id, id, report_id, type, content, created_at, updated_at, created_by,
                                         task_id)
            select $1, id, report_id, type, content::jsonb, clock_timestamp(), clock_timestamp(), created_by, task_id
            from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::int[], $7::uuid[])
                with ordinality as a (id, report_id, type, content, created_by, task_id, position)
            order by position""";

    /** Brings what reports show up to their artefacts as they are now. $2 reports. */
    static final String REFRESH = """
            update report r
            set artefact_count = n.artefacts,
                priority = case when jsonb_typeof(n.priority) = 'string' then n.priority #>> '{}' end,
                actionability = case when jsonb_typeof(n.action -> 'actionability') = 'string'
                                     then n.action ->> 'actionability' end,
                already_addressed = case when jsonb_typeof(n.action -> 'already_addressed') = 'boolean'
                                         then (n.action -> 'already_addressed')::boolean end,
                dismissal_reason = nullif(n.dismissal ->> 'reason', ''),
                dismissal_note = nullif(n.dismissal ->> 'note', ''),
                reviewers = array(
                    select lower(reviewer ->> 'github_login')
                    from jsonb_array_elements(
                        case when jsonb_typeof(n.reviewers) = 'array' then n.reviewers else '[]' end) as reviewer
                    where reviewer ->> 'github_login' is not null),
                implementation_pr_url = (
                    select t.pr_url
                    from unnest(n.tasks) as named (task)
                    join task_run t on t.project_id = $1 and t.task_id::text = named.task and t.pr_url <> ''
                    order by t.updated_at desc
                    limit 1)
            from unnest($2::uuid[]) as i (id)
            cross join lateral (
                select count(*)::int as artefacts,
                       (array_agg(content -> 'priority') filter (where type = 'priority_judgment'))[1] as priority,
                       (array_agg(content) filter (where type = 'actionability_judgment'))[1] as action,
                       (array_agg(content) filter (where type = 'dismissal'))[1] as dismissal,
                       (array_agg(content) filter (where type = 'suggested_reviewers'))[1] as reviewers,
                       array_agg(content ->> 'task_id') filter (where type = 'task_run') as tasks
                from (select type, content from report_artefact
                      where project_id = $1 and report_id = i.id
                      order by created_at desc, seq desc) newest_first
            ) n
            where r.project_id = $1 and r.id = i.id""";

    private ArtefactQueries() {}
}
