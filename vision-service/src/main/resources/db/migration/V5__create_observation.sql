create table observation (
    id               uuid         not null,
    project_id       integer      not null,
    scanner_id       uuid         not null,
    session_id       varchar(200) not null,
    status           text         not null,
    error_reason     text         not null default '',
    workflow_id      varchar(255) not null,
    scanner_snapshot jsonb        not null,
    scanner_result   jsonb,
    triggered_by     text         not null,
    triggered_by_user integer,
    attempts         integer      not null default 0,
    -- When a worker was last asked to take it.
    requested_at     timestamptz  not null,
    -- Until when the worker that runs it may be believed alive.
    lease_until      timestamptz,
    input_tokens     bigint       not null default 0,
    output_tokens    bigint       not null default 0,
    started_at       timestamptz,
    completed_at     timestamptz,
    created_at       timestamptz  not null,
    constraint pk_observation primary key (id),
    constraint uq_observation_scanner_session unique (project_id, scanner_id, session_id),
    -- Deleting a scanner deletes its observations; the pair keeps both in one project.
    constraint fk_observation_scanner foreign key (project_id, scanner_id)
        references scanner (project_id, id) on delete cascade,
    constraint ck_observation_status check (status in ('pending', 'running', 'succeeded', 'failed', 'ineligible')),
    constraint ck_observation_triggered_by check (triggered_by in ('schedule', 'on_demand')),
    constraint ck_observation_completed_at check ((completed_at is null) = (status in ('pending', 'running')))
);

create index ix_observation_project_scanner_created on observation (project_id, scanner_id, created_at desc, id);
create index ix_observation_project_session on observation (project_id, session_id, created_at desc);
create index ix_observation_project_in_flight on observation (project_id, scanner_id)
    where status in ('pending', 'running');
-- Upkeep looks through all projects for lost jobs.
create index ix_observation_requested on observation (requested_at) where status in ('pending', 'running');
