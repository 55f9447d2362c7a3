-- The lines of a session's console, each text once a level, for filters that ask for them.
create table session_console_message (
    project_id integer      not null,
    session_id varchar(200) not null,
    level      text         not null,
    message    text         not null,
    digest     uuid         not null generated always as (md5(message)::uuid) stored,
    constraint pk_session_console_message primary key (project_id, session_id, level, digest),
    -- Lines go with their recording.
    constraint fk_session_console_message_session foreign key (project_id, session_id)
        references recording_session (project_id, session_id) on delete cascade,
    constraint ck_session_console_message_level check (level in ('log', 'warn', 'error'))
);
