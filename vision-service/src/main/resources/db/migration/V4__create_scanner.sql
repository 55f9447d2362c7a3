create table scanner (
    id                             uuid         not null,
    project_id                     integer      not null,
    name                           varchar(255) not null,
    description                    varchar(1000) not null default '',
    scanner_type                   text         not null,
    scanner_config                 jsonb        not null,
    query                          jsonb        not null default '{}',
    sampling_rate                  double precision not null default 1,
    provider                       text         not null,
    model                          text         not null,
    enabled                        boolean      not null default true,
    emits_signals                  boolean      not null default false,
    scanner_version                integer      not null default 1,
    estimated_monthly_observations bigint,
    estimated_at                   timestamptz,
    last_swept_at                  timestamptz  not null,
    last_swept_session_id          varchar(200),
    created_by                     integer,
    created_at                     timestamptz  not null,
    updated_at                     timestamptz  not null,
    constraint pk_scanner primary key (id),
    constraint uq_scanner_project_name unique (project_id, name),
    constraint uq_scanner_project_id unique (project_id, id),
    constraint ck_scanner_sampling_rate check (sampling_rate >= 0 and sampling_rate <= 1),
    constraint ck_scanner_type check (scanner_type in ('monitor', 'classifier', 'scorer', 'summarizer'))
);

create index ix_scanner_project_enabled on scanner (project_id, enabled);
