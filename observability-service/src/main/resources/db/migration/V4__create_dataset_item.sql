create table dataset_item (
    project_id integer not null,
    id uuid not null,
    dataset_id uuid not null,
    input jsonb,
    output jsonb,
    metadata jsonb,
    ref_trace_id text,
    ref_timestamp timestamptz,
    ref_source_id text,
    deleted boolean,
    created_by integer,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint pk_dataset_item primary key (id),
    constraint fk_dataset_item_dataset foreign key (project_id, dataset_id) references dataset (project_id, id),
    constraint ck_dataset_item_ref_trace_id check (length(ref_trace_id) <= 255),
    constraint ck_dataset_item_ref_source_id check (length(ref_source_id) <= 255)
);

create index ix_dataset_item_project_id_dataset_id_created_at
    on dataset_item (project_id, dataset_id, created_at desc, id) where deleted is not true;

create index ix_dataset_item_project_id_created_at
    on dataset_item (project_id, created_at desc, id) where deleted is not true;
