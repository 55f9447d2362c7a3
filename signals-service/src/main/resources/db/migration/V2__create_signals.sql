-- One row a signal that has found its report. The vector stands beside it as little-endian floats.
create table signal (
    project_id     integer          not null,
    id             uuid             not null,
    report_id      uuid             not null,
    source_product text             not null,
    source_type    text             not null,
    source_id      text             not null,
    idempotent     boolean          not null,
    description    text             not null,
    weight         double precision not null,
    extra          jsonb            not null,
    match_metadata jsonb            not null,
    emitted_at     timestamptz      not null,
    assigned_at    timestamptz      not null,
    deleted        boolean          not null default false,
    embedder       text             not null,
    embedding      bytea            not null,
    constraint pk_signal primary key (project_id, id)
);

-- Producers that promise a stable source id may send a signal twice; it is kept once.
create unique index uq_signal_project_source on signal (project_id, source_product, source_type, source_id)
    where idempotent;
create index ix_signal_project_report on signal (project_id, report_id, emitted_at, id);
-- What candidates are searched in: the live signals of the last month.
create index ix_signal_project_emitted on signal (project_id, emitted_at desc, id desc) where not deleted;
