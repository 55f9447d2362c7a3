-- What happened in each hour of a day (UTC), by kind and thing; an element is null while nothing is known of its hour.
create table scout_counter (
    project_id integer            not null,
    kind       text               not null,
    entity     text               not null,
    day        date               not null,
    hours      double precision[] not null,
    constraint pk_scout_counter primary key (project_id, day, kind, entity),
    constraint ck_scout_counter_hours check (cardinality(hours) = 24)
);

create index ix_scout_counter_day on scout_counter using brin (day);

-- Sketches of the values of an hour: distinct people (HLL) or latencies (KLL).
create table scout_sketch (
    project_id integer  not null,
    kind       text     not null,
    entity     text     not null,
    day        date     not null,
    hour       smallint not null,
    sketch     bytea    not null,
    constraint pk_scout_sketch primary key (project_id, day, kind, entity, hour)
);

create index ix_scout_sketch_day on scout_sketch using brin (day);

-- What things are called.
create table scout_entity (
    project_id integer not null,
    entity     text    not null,
    name       text    not null,
    constraint pk_scout_entity primary key (project_id, entity)
);

-- Who changed what, for the profile.
create table scout_activity (
    project_id  integer     not null,
    activity_id uuid        not null,
    scope       text        not null,
    user_id     integer     not null,
    at          timestamptz not null,
    constraint pk_scout_activity primary key (project_id, activity_id)
);

create index ix_scout_activity_project_at on scout_activity (project_id, at);

-- When each projection last was up to date.
create table scout_heartbeat (
    channel text        not null,
    beat_at timestamptz not null,
    constraint pk_scout_heartbeat primary key (channel)
);

-- Adds what is known, hour by hour.
create function scout_add(present double precision[], more double precision[]) returns double precision[]
    language sql immutable
    return (select array_agg(case when m is null then p else coalesce(p, 0) + m end order by i)
            from unnest(present, more) with ordinality as t (p, m, i));

-- Replaces what is known, hour by hour.
create function scout_put(present double precision[], later double precision[]) returns double precision[]
    language sql immutable
    return (select array_agg(coalesce(l, p) order by i) from unnest(present, later) with ordinality as t (p, l, i));
