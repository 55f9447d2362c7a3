-- Notes that all scouts of a project share.
create table scout_note (
    project_id        integer     not null,
    key               text        not null,
    id                uuid        not null,
    content           text        not null,
    created_by_run_id uuid,
    created_at        timestamptz not null,
    updated_at        timestamptz not null,
    constraint pk_scout_note primary key (project_id, key),
    constraint fk_scout_note_run foreign key (project_id, created_by_run_id) references scout_run (project_id, id)
        on delete set null (created_by_run_id)
);

create index ix_scout_note_project_updated on scout_note (project_id, updated_at desc, id desc);
