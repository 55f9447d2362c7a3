-- Evaluations carried out, or about to be. The row is the queue: a message only wakes a worker.
create table evaluation_run (
    project_id integer not null,
    id uuid not null,
    workflow_id text not null,
    evaluation_id uuid not null,
    evaluation_name text not null,
    runtime text not null,
    automatic boolean not null,
    event_uuid uuid not null,
    event_name text not null,
    event_day date not null,
    status text not null,
    attempts integer not null default 0,
    lease_until timestamptz,
    verdict boolean,
    applicable boolean,
    reasoning text,
    error_type text,
    error text,
    provider text,
    model text,
    provider_key_id uuid,
    input_tokens bigint,
    output_tokens bigint,
    created_at timestamptz not null,
    started_at timestamptz,
    completed_at timestamptz,
    constraint pk_evaluation_run primary key (project_id, id),
    constraint uq_evaluation_run_project_id_workflow_id unique (project_id, workflow_id),
    constraint ck_evaluation_run_status check (status in ('pending', 'running', 'succeeded', 'skipped', 'failed'))
);

create index ix_evaluation_run_project_id_created_at on evaluation_run (project_id, created_at desc, id);

create index ix_evaluation_run_project_id_evaluation_id on evaluation_run (project_id, evaluation_id, created_at desc, id);

-- What waits and what is under way, a small part of all.
create index ix_evaluation_run_project_id_waiting on evaluation_run (project_id, automatic, created_at)
    where status in ('pending', 'running');

-- What a project has started lately, for its cap.
create index ix_evaluation_run_project_id_started_at on evaluation_run (project_id, started_at desc)
    where started_at is not null;

-- For retention.
create index ix_evaluation_run_completed_at on evaluation_run (completed_at) where completed_at is not null;
