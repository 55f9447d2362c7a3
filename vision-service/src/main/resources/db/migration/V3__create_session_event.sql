-- The analytics events of a session, as far as a scanner needs them.
create table session_event (
    project_id  integer      not null,
    session_id  varchar(200) not null,
    uuid        uuid         not null,
    event       text         not null,
    distinct_id text         not null,
    timestamp   timestamptz  not null,
    properties  jsonb        not null,
    constraint pk_session_event primary key (project_id, session_id, uuid)
);

create index ix_session_event_project_session_time on session_event (project_id, session_id, timestamp);
create index ix_session_event_project_time on session_event (project_id, timestamp);
