-- Jobs of outside agents, registered to the project that named them first.
create table task (
    id            uuid        not null,
    project_id    integer     not null,
    registered_at timestamptz not null,
    constraint pk_task primary key (id)
);

create table task_run (
    project_id integer     not null,
    task_id    uuid        not null,
    run_id     text        not null,
    status     text        not null,
    pr_url     text,
    pr_state   text,
    output     jsonb,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint pk_task_run primary key (project_id, task_id, run_id),
    constraint ck_task_run_pr_state check (pr_state in ('open', 'merged', 'closed'))
);
