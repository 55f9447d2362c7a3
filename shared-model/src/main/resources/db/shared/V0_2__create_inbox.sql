-- Identities of messages whose effect is committed. Ids are unique over all projects, so there is no project_id.
create table inbox (
    consumer text not null,
    message_id uuid not null,
    applied_at timestamptz not null default now(),
    constraint pk_inbox primary key (consumer, message_id)
);

-- Rows arrive in the order of time and leave in it: a block range index is all the retention job needs.
create index ix_inbox_applied_at on inbox using brin (applied_at);
