-- Messages that wait for the broker, written in the transaction that causes them. They live for milliseconds and no
-- request ever reads them, so there is no project_id: the tenant stands in the key and in the payload.
create table outbox (
    lane smallint not null,
    position bigint generated always as identity,
    id uuid not null,
    topic text not null,
    key text not null,
    type text not null,
    payload text not null,
    traceparent text,
    appended_at timestamptz not null default clock_timestamp(),
    constraint pk_outbox primary key (lane, position)
) with (
    -- A queue is empty most of the time and dead rows slow its head: vacuum by count, not by share.
    autovacuum_vacuum_scale_factor = 0,
    autovacuum_vacuum_threshold = 1000,
    autovacuum_vacuum_cost_delay = 0,
    toast.autovacuum_vacuum_scale_factor = 0,
    toast.autovacuum_vacuum_threshold = 1000
);

-- One row for each lane. Whoever holds its row lock is the only publisher of the lane's topics and keys.
create table outbox_lane (
    lane smallint not null,
    constraint pk_outbox_lane primary key (lane)
);

insert into outbox_lane (lane) select generate_series(0, 15);

-- Messages the broker will never take, whole, with its reason.
create table outbox_refused (
    position bigint not null,
    id uuid not null,
    topic text not null,
    key text not null,
    type text not null,
    payload text not null,
    traceparent text,
    appended_at timestamptz not null,
    reason text not null,
    refused_at timestamptz not null default clock_timestamp(),
    constraint pk_outbox_refused primary key (position)
);
