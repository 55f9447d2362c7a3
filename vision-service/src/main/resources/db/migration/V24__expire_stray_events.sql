-- Events of sessions that were never recorded go by the day on which they came in.
alter table session_event add column received_on date not null default (now() at time zone 'UTC')::date;

-- Upkeep looks through all projects.
create index ix_session_event_received_on on session_event (received_on);
