-- Every time a report is judged. A running row belongs to one replica until its lease runs out.
create table report_run (
    project_id  integer     not null,
    id          uuid        not null,
    report_id   uuid        not null,
    status      text        not null,
    owner       uuid        not null,
    lease_until timestamptz not null,
    started_at  timestamptz not null,
    finished_at timestamptz,
    result      text,
    reason      text,
    constraint pk_report_run primary key (project_id, id),
    constraint ck_report_run_status check (status in ('running', 'completed', 'failed', 'lost'))
);

create unique index uq_report_run_project_report on report_run (project_id, report_id) where status = 'running';
create index ix_report_run_lease on report_run (lease_until) where status = 'running';
create index ix_report_run_project_started on report_run (project_id, report_id, started_at desc);
