create table source_config (
    id             uuid        not null,
    project_id     integer     not null,
    source_product text        not null,
    source_type    text        not null,
    enabled        boolean     not null,
    config         jsonb       not null,
    created_at     timestamptz not null,
    updated_at     timestamptz not null,
    created_by     integer,
    -- Of the import, for sources that are imported: running, completed or failed.
    status         text,
    constraint pk_source_config primary key (id),
    constraint uq_source_config_project_source unique (project_id, source_product, source_type)
);

create index ix_source_config_project_updated on source_config (project_id, updated_at desc, id);
