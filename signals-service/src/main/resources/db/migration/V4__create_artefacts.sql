-- What people, tasks and the system wrote about a report. The newest row of a type is the current one; "seq" tells rows
-- of one instant apart.
create table report_artefact (
    project_id integer     not null,
    id         uuid        not null,
    seq        bigint      not null generated always as identity,
    report_id  uuid        not null,
    type       text        not null,
    content    jsonb       not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    created_by integer,
    task_id    uuid,
    constraint pk_report_artefact primary key (project_id, id)
);

create index ix_report_artefact_project_report on report_artefact (project_id, report_id, created_at desc, seq desc);
create index ix_report_artefact_project_task
    on report_artefact (project_id, (content ->> 'task_id'), report_id) where type = 'task_run';
