-- Executions of scouts, with the task run that each of them is.
create table scout_run (
    project_id          integer     not null,
    id                  uuid        not null,
    task_id             uuid        not null,
    task_run_id         uuid        not null,
    scout_config_id     uuid,
    skill_name          text        not null,
    skill_version       integer     not null,
    status              text        not null,
    executor            text        not null,
    -- The person for whom it acts.
    user_id             integer,
    -- The tick that dispatched it; null when somebody asked for it.
    tick                timestamptz,
    summary             text        not null default '',
    error_message       text        not null default '',
    emitted_finding_ids text[]      not null default '{}',
    emitted_count       integer     not null default 0,
    created_at          timestamptz not null,
    started_at          timestamptz not null,
    completed_at        timestamptz,
    constraint pk_scout_run primary key (project_id, id),
    constraint fk_scout_run_config foreign key (scout_config_id) references scout_config (id) on delete set null,
    constraint ck_scout_run_status
        check (status in ('not_started', 'queued', 'in_progress', 'completed', 'failed', 'cancelled')),
    constraint ck_scout_run_emitted check (emitted_count = cardinality(emitted_finding_ids))
);

create index ix_scout_run_project_created on scout_run (project_id, created_at desc, id desc);
create index ix_scout_run_project_skill on scout_run (project_id, skill_name, created_at desc);
create index ix_scout_run_config on scout_run (scout_config_id);
-- One run of a scout at a time, and one a tick.
create unique index uq_scout_run_project_skill on scout_run (project_id, skill_name)
    where status in ('queued', 'in_progress');
create unique index uq_scout_run_project_tick on scout_run (project_id, skill_name, tick);
-- What waits for a worker, and what no worker finished.
create index ix_scout_run_queued on scout_run (created_at) where status = 'queued';
create index ix_scout_run_open on scout_run (started_at) where status in ('queued', 'in_progress');

-- Signs the tokens that runs act with; the same for all replicas.
create table scout_token_key (
    id     smallint not null default 1,
    secret bytea    not null,
    constraint pk_scout_token_key primary key (id),
    constraint ck_scout_token_key_one check (id = 1)
);
