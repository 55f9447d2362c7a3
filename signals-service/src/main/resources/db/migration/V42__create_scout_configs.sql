create table scout_config (
    id                   uuid        not null,
    project_id           integer     not null,
    skill_name           text        not null,
    enabled              boolean     not null,
    emit                 boolean     not null,
    run_interval_minutes integer     not null,
    -- When it was last dispatched by schedule.
    last_run_at          timestamptz,
    created_at           timestamptz not null,
    updated_at           timestamptz not null,
    created_by           integer,
    enabled_by           integer,
    constraint pk_scout_config primary key (id),
    constraint uq_scout_config_project_skill unique (project_id, skill_name),
    constraint ck_scout_config_interval check (run_interval_minutes between 10 and 43200)
);
