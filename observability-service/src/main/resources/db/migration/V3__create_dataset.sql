create extension if not exists pg_trgm;

create extension if not exists btree_gin;

create table dataset (
    project_id integer not null,
    id uuid not null,
    name text not null,
    description text,
    metadata jsonb,
    deleted boolean,
    created_by integer,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint pk_dataset primary key (id),
    constraint uq_dataset_project_id_id unique (project_id, id),
    constraint ck_dataset_name check (name <> '' and length(name) <= 400)
);

create index ix_dataset_project_id_created_at on dataset (project_id, created_at desc, id) where deleted is not true;

create index ix_dataset_project_id_updated_at on dataset (project_id, updated_at desc, id) where deleted is not true;

-- Serves the substring search over the three texts; the project comes first as everywhere.
create index ix_dataset_project_id_search on dataset using gin (
    project_id,
    name gin_trgm_ops,
    description gin_trgm_ops,
    (metadata::text) gin_trgm_ops
);
