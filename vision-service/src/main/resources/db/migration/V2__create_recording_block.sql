-- The items of one accepted request, compressed. The request's identity is the natural key that makes a second
-- delivery of the same message a no-op; the day keeps old blocks droppable as whole partitions.
create table recording_block (
    project_id  integer      not null,
    session_id  varchar(200) not null,
    received_on date         not null,
    batch_id    uuid         not null,
    start_time  timestamptz  not null,
    end_time    timestamptz  not null,
    item_count  integer      not null,
    content     bytea        not null,
    constraint pk_recording_block primary key (project_id, session_id, received_on, batch_id)
) partition by range (received_on);

-- Content is compressed before it comes here.
alter table recording_block alter column content set storage external;

-- Catches what the partition keeper has not made room for, so that nothing accepted is ever refused.
create table recording_block_default partition of recording_block default;
