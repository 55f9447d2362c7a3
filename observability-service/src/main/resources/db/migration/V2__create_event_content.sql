-- The properties of AI events that carry whole conversations: large, read rarely, kept for a shorter time.
create table event_content (
    project_id integer not null,
    day date not null,
    uuid uuid not null,
    properties jsonb not null,
    constraint pk_event_content primary key (project_id, uuid, day)
) partition by range (day);
