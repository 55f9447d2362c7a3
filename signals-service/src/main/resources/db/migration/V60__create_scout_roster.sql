-- What people have set up, as the activity log tells it: scanners, evaluations and datasets.
create table scout_roster (
    project_id    integer     not null,
    scope         text        not null,
    item_id       text        not null,
    name          text        not null,
    there         boolean     not null,
    enabled       boolean     not null,
    heard_at      timestamptz not null,
    created_at    timestamptz,
    enabled_since timestamptz,
    changed_at    timestamptz not null,
    used_at       timestamptz,
    constraint pk_scout_roster primary key (project_id, scope, item_id)
);

comment on column scout_roster.heard_at is 'when it was first heard of';
comment on column scout_roster.created_at is 'null if its creation was not heard';
comment on column scout_roster.enabled_since is 'when it was last switched on; null if that was not heard';
comment on column scout_roster.used_at is 'when something was last put into it';
