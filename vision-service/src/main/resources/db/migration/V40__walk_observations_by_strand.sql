-- The observations of a scanner that agree in state, trigger and kind of answer are a strand: the first letters of the
-- three (a score is an s, everything else has no letter). A list is a few strands walked side by side, whatever it is
-- filtered and ordered by, so one index an order serves every filter.

drop index ix_observation_project_scanner_created;
drop index ix_observation_project_scanner_status_created;
drop index ix_observation_project_scanner_trigger_created;
drop index ix_observation_project_scanner_verdict_created;
drop index ix_observation_by_status;
drop index ix_observation_by_status_desc;
drop index ix_observation_by_verdict;
drop index ix_observation_by_verdict_desc;
drop index ix_observation_by_score;
drop index ix_observation_by_score_desc;
drop index ix_observation_by_version;
drop index ix_observation_by_version_desc;
drop index ix_observation_by_started;
drop index ix_observation_by_started_desc;
drop index ix_observation_by_completed;
drop index ix_observation_by_completed_desc;

-- A verdict that is none of the three counts as absent, like any other value of the wrong kind.
alter table observation
    drop column verdict,
    add column verdict text generated always as (
        case when scanner_result #>> '{model_output,verdict}' in ('yes', 'no', 'inconclusive')
             then scanner_result #>> '{model_output,verdict}' end) stored,
    add column strand text collate "C" not null generated always as (
        left(status, 1) || left(triggered_by, 1)
        || case when scanner_result #>> '{model_output,verdict}' in ('yes', 'no', 'inconclusive')
                then left(scanner_result #>> '{model_output,verdict}', 1)
                when jsonb_typeof(scanner_result #> '{model_output,score}') = 'number' then 's'
                else '' end) stored,
    add constraint ck_observation_scanner_result check (scanner_result is null or status = 'succeeded');

create index ix_observation_strand on observation (project_id, scanner_id, strand, id);
create index ix_observation_strand_created on observation (project_id, scanner_id, strand, created_at, id);
create index ix_observation_strand_started on observation (project_id, scanner_id, strand, started_at, id);
create index ix_observation_strand_completed on observation (project_id, scanner_id, strand, completed_at, id)
    where completed_at is not null;
-- In both directions where many rows are equal, because the tie-break ascends in both.
create index ix_observation_strand_score on observation (project_id, scanner_id, strand, score, id)
    where score is not null;
create index ix_observation_strand_score_desc on observation (project_id, scanner_id, strand, score desc, id)
    where score is not null;
create index ix_observation_strand_version on observation (project_id, scanner_id, strand, scanner_version, id);
create index ix_observation_strand_version_desc on observation
    (project_id, scanner_id, strand, scanner_version desc nulls last, id);
