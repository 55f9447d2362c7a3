-- One immutable row a success: deleting or retrying an observation gives no quota back.
create table usage_receipt (
    organization_id uuid        not null,
    project_id      integer     not null,
    observation_id  uuid        not null,
    scanner_id      uuid        not null,
    created_at      timestamptz not null,
    constraint pk_usage_receipt primary key (project_id, observation_id)
);

create index ix_usage_receipt_organization_created on usage_receipt (organization_id, created_at);
