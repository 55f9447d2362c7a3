-- The lane of a project: who groups its signals at the moment, whether any wait and from when on they are due.
create table lane (
    project_id   integer not null,
    pending      integer not null default 0,
    due_at       timestamptz,
    owner        uuid,
    -- Changes whenever what a replica remembers of the project may have become wrong.
    epoch        integer not null default 0,
    lease_until  timestamptz,
    paused_until timestamptz,
    constraint pk_lane primary key (project_id),
    constraint ck_lane_pending check (pending >= 0)
) with (fillfactor = 50);

create index ix_lane_due on lane (due_at) where due_at is not null;

-- Signals that were accepted and wait for their report, in the order they came. A row is deleted by the transaction that
-- stores the signal, or that gives it up.
create table pending_signal (
    project_id     integer     not null,
    seq            bigint      not null generated always as identity,
    id             uuid        not null,
    source_product text        not null,
    source_type    text        not null,
    source_id      text        not null,
    idempotent     boolean     not null,
    message        text        not null,
    received_at    timestamptz not null,
    attempts       smallint    not null default 0,
    constraint pk_pending_signal primary key (project_id, seq)
);

create unique index uq_pending_signal_project_id on pending_signal (project_id, id);
create unique index uq_pending_signal_project_source
    on pending_signal (project_id, source_product, source_type, source_id) where idempotent;
