-- Scheduled runs of a scout that failed one after the other, since one that did not.
alter table scout_config add column failures integer not null default 0;

create index ix_scout_config_failing on scout_config (project_id) where failures > 0;

-- How many of them the schedule bears: one more than fits into twelve hours, at least 5, at most 25.
create function scout_patience(interval_minutes integer) returns integer
    language sql immutable
    return least(25, greatest(5, 720 / interval_minutes + 1));
