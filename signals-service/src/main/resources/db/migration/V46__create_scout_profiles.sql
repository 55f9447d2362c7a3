-- Snapshots of what is known about a project; the newest ten are kept.
create table scout_profile (
    project_id     integer     not null,
    id             uuid        not null,
    computed_at    timestamptz not null,
    expires_at     timestamptz not null,
    source_version text        not null,
    payload        jsonb       not null,
    constraint pk_scout_profile primary key (project_id, id)
);

create index ix_scout_profile_project_computed on scout_profile (project_id, computed_at desc, id desc);

-- Sections of the inventory that other systems hand in.
create table scout_inventory (
    project_id  integer     not null,
    section     text        not null,
    content     jsonb       not null,
    received_at timestamptz not null,
    constraint pk_scout_inventory primary key (project_id, section)
);
