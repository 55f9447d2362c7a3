create table evaluation (
    project_id integer not null,
    id uuid not null,
    name text not null,
    description text not null,
    enabled boolean not null,
    status text not null,
    status_reason text,
    status_detail text,
    evaluation_type text not null,
    evaluation_config jsonb not null,
    -- The compiled source of a Hog evaluation; never leaves the service.
    bytecode text,
    output_type text not null,
    allows_na boolean not null,
    conditions jsonb not null,
    model_provider text,
    model_name text,
    -- Without a foreign key: an evaluation remembers that it was pinned to a key which is gone.
    provider_key_id uuid,
    -- Counts saves, so that replicas see what changed.
    version integer not null,
    created_by integer,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    deleted boolean not null,
    constraint pk_evaluation primary key (id),
    constraint uq_evaluation_project_id_id unique (project_id, id),
    constraint ck_evaluation_name check (name <> '' and length(name) <= 400),
    constraint ck_evaluation_status check (
        (status = 'active' and enabled and status_reason is null)
        or (status = 'paused' and not enabled and status_reason is null)
        or (status = 'error' and not enabled and status_reason is not null))
);

create index ix_evaluation_project_id_created_at on evaluation (project_id, created_at desc, id) where not deleted;

create index ix_evaluation_project_id_provider_key_id on evaluation (project_id, provider_key_id)
    where provider_key_id is not null;

-- What the scheduler watches.
create index ix_evaluation_project_id_enabled on evaluation (project_id, id, version) where enabled and not deleted;
