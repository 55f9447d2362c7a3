-- Who has watched a recording.
create table recording_view (
    project_id integer      not null,
    session_id varchar(200) not null,
    user_id    integer      not null,
    viewed_at  timestamptz  not null default now(),
    constraint pk_recording_view primary key (project_id, session_id, user_id),
    constraint fk_recording_view_session foreign key (project_id, session_id)
        references recording_session (project_id, session_id) on delete cascade
);
