-- Who is behind the events: what was said of a person, and under which names the person came.
create table person (
    project_id integer     not null,
    id         uuid        not null,
    identified boolean     not null default false,
    properties jsonb       not null default '{}',
    created_at timestamptz not null default now(),
    constraint pk_person primary key (project_id, id)
);

create table person_distinct_id (
    project_id  integer not null,
    distinct_id text    not null,
    person_id   uuid    not null,
    constraint pk_person_distinct_id primary key (project_id, distinct_id)
);

create index ix_person_distinct_id_project_person on person_distinct_id (project_id, person_id);
