-- One row a recorded session: the sums of its blocks (spec/platform.md C.1).
create table recording_session (
    project_id           integer      not null,
    session_id           varchar(200) not null,
    distinct_id          varchar(200) not null,
    start_time           timestamptz  not null,
    end_time             timestamptz  not null,
    active_ms            bigint       not null default 0,
    click_count          bigint       not null default 0,
    keypress_count       bigint       not null default 0,
    mouse_activity_count bigint       not null default 0,
    console_log_count    bigint       not null default 0,
    console_warn_count   bigint       not null default 0,
    console_error_count  bigint       not null default 0,
    start_url            text,
    urls                 text[]       not null default '{}',
    snapshot_source      text         not null,
    snapshot_library     text         not null,
    item_count           bigint       not null default 0,
    block_count          integer      not null default 0,
    size_bytes           bigint       not null default 0,
    retention_days       integer      not null,
    created_at           timestamptz  not null default now(),
    last_received_at     timestamptz  not null,
    constraint pk_recording_session primary key (project_id, session_id),
    constraint ck_recording_session_end_time check (end_time >= start_time)
);

create index ix_recording_session_project_end on recording_session (project_id, end_time, session_id);
create index ix_recording_session_project_start on recording_session (project_id, start_time desc, session_id);
