-- Recordings somebody deleted: data that comes in late does not bring them back, and the API can say what became of them.
create table deleted_recording (
    project_id integer      not null,
    session_id varchar(200) not null,
    deleted_at timestamptz  not null default now(),
    constraint pk_deleted_recording primary key (project_id, session_id)
);

create index ix_deleted_recording_deleted_at on deleted_recording (deleted_at);
