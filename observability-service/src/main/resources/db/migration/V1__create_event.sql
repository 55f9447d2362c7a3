-- Captured events, one partition a day of the event's own time; a partition is dropped when its day is out of retention.
create table event (
    project_id integer not null,
    day date not null,
    uuid uuid not null,
    event text not null,
    distinct_id text not null,
    session_id text,
    timestamp timestamptz not null,
    received_at timestamptz not null,
    heavy boolean not null,
    properties jsonb not null,
    -- The day is part of the key because Postgres asks for it; the store looks at the neighbouring days as well.
    constraint pk_event primary key (project_id, uuid, day),
    constraint ck_event_day check (day = (timestamp at time zone 'UTC')::date)
) partition by range (day);

create index ix_event_project_id_event_timestamp on event (project_id, event, timestamp desc);

create index ix_event_project_id_session_id on event (project_id, session_id) where session_id is not null;
