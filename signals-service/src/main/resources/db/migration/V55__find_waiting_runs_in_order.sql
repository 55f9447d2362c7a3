-- A tick queues thousands of runs at one moment: workers take them in order without sorting them each time.
drop index ix_scout_run_queued;
create index ix_scout_run_queued on scout_run (executor, created_at, project_id) where status = 'queued';
