-- A report is a cluster of signals. The columns after "shown" repeat what its newest artefacts, its live signals and the
-- runs of its tasks say; they are written in the transaction that changes those, so that a list reads one table.
create table report (
    project_id                integer          not null,
    id                        uuid             not null,
    status                    text             not null,
    status_before_suppression text,
    title                     text,
    summary                   text,
    error                     text,
    total_weight              double precision not null,
    signal_count              integer          not null,
    signals_at_run            integer          not null,
    run_count                 integer          not null,
    created_at                timestamptz      not null,
    updated_at                timestamptz      not null,
    promoted_at               timestamptz,
    last_run_at               timestamptz,
    -- The report that takes further signals when this one is resolved or dismissed as already fixed.
    successor_id              uuid,
    -- shown
    source_products           text[]           not null default '{}',
    artefact_count            integer          not null default 0,
    priority                  text,
    actionability             text,
    already_addressed         boolean,
    dismissal_reason          text,
    dismissal_note            text,
    reviewers                 text[]           not null default '{}',
    implementation_pr_url     text,
    status_rank               smallint         not null generated always as (case status
        when 'ready' then case when actionability = 'not_actionable' then 1 else 0 end
        when 'pending_input' then 2
        when 'in_progress' then 3
        when 'candidate' then 4
        when 'potential' then 5
        when 'failed' then 6
        when 'resolved' then 7
        when 'suppressed' then 8
        when 'deleted' then 9
        else 50 end) stored,
    constraint pk_report primary key (project_id, id),
    constraint ck_report_status check (status in ('potential', 'candidate', 'in_progress', 'pending_input', 'ready',
        'resolved', 'failed', 'deleted', 'suppressed'))
);

create index ix_report_project_rank on report (project_id, status_rank, updated_at desc, id);
-- Work waiting for any replica; a handful of rows at any time.
create index ix_report_candidate on report (promoted_at) where status = 'candidate';
