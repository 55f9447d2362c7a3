-- The day from which a recording is invisible and may be removed.
alter table recording_session add column expires_on date not null
    generated always as ((start_time at time zone 'UTC')::date + retention_days) stored;

-- Upkeep looks through all projects for what has expired.
create index ix_recording_session_expires_on on recording_session (expires_on);
