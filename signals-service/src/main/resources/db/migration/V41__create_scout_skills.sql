-- The instructions of scouts, every version of them. The live one of a name is its latest, unless that was deleted.
create table scout_skill (
    project_id     integer     not null,
    name           text        not null,
    version        integer     not null,
    is_latest      boolean     not null,
    deleted        boolean     not null default false,
    description    text        not null,
    body           text        not null,
    allowed_tools  text[]      not null,
    category       text        not null default 'scout',
    -- Set on skills that Sightline shipped, with the fingerprint of what it last wrote.
    seeded_by      text,
    canonical_hash text,
    created_by     integer,
    created_at     timestamptz not null,
    constraint pk_scout_skill primary key (project_id, name, version)
);

create unique index uq_scout_skill_project_latest on scout_skill (project_id, name) where is_latest;
