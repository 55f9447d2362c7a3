-- Keys of model providers. The secret is encrypted by the service; the database never sees it.
create table provider_key (
    project_id integer not null,
    id uuid not null,
    provider text not null,
    name text not null,
    base_url text,
    secret bytea not null,
    masked text not null,
    state text not null,
    error_message text,
    active boolean not null,
    last_used_at timestamptz,
    created_by integer,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint pk_provider_key primary key (id),
    constraint uq_provider_key_project_id_id unique (project_id, id),
    constraint ck_provider_key_name check (name <> '' and length(name) <= 255),
    constraint ck_provider_key_state check (state in ('unknown', 'ok', 'invalid', 'error'))
);

create index ix_provider_key_project_id_created_at on provider_key (project_id, created_at desc, id);

-- The key a project's evaluations use when they name none.
create unique index uq_provider_key_project_id_active on provider_key (project_id) where active;
