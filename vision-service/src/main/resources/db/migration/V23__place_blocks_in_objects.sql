-- A block's bytes are in its row, or in a range of an object in an object store.
alter table recording_block alter column content drop not null;
alter table recording_block add column object_uri text;
alter table recording_block add column object_offset bigint;
alter table recording_block add column object_length integer;
alter table recording_block add constraint ck_recording_block_place
    check (num_nonnulls(content, object_uri) = 1 and num_nonnulls(object_uri, object_offset, object_length) in (0, 3));

-- The upkeep asks whether any block is left in an object.
create index ix_recording_block_object_uri on recording_block (object_uri) where object_uri is not null;

-- Objects that no block lies in: about to be written, or not needed any more. An object holds blocks of many projects.
create table loose_object (
    object_uri text        not null,
    due_at     timestamptz not null,
    constraint pk_loose_object primary key (object_uri)
);

create index ix_loose_object_due_at on loose_object (due_at);
