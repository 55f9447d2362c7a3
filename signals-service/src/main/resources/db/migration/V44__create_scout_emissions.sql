-- What runs have emitted. A finding emitted twice has two rows.
create table scout_emission (
    project_id      integer          not null,
    id              uuid             not null,
    run_id          uuid             not null,
    finding_id      text             not null,
    description     text             not null,
    weight          double precision not null,
    confidence      double precision not null,
    severity        text,
    source_id       text             not null,
    -- What the caller named the request, if it wants its repetition to be recognised.
    idempotency_key text,
    emitted_at      timestamptz      not null,
    constraint pk_scout_emission primary key (project_id, id),
    constraint fk_scout_emission_run foreign key (project_id, run_id) references scout_run (project_id, id)
        on delete cascade
);

create index ix_scout_emission_project_run on scout_emission (project_id, run_id, emitted_at, id);
create unique index uq_scout_emission_project_key on scout_emission (project_id, run_id, idempotency_key);
