-- One immutable row a success: deleting or retrying an observation gives no quota back. The project's organization,
-- whose budget it is, stands in the directory.
create table usage_receipt (
    project_id     integer     not null,
    observation_id uuid        not null,
    scanner_id     uuid        not null,
    created_at     timestamptz not null,
    constraint pk_usage_receipt primary key (project_id, observation_id)
);

create index ix_usage_receipt_project_created on usage_receipt (project_id, created_at);
