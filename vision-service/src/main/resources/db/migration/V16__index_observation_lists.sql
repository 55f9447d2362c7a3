-- The rows of a list are 200 bytes rather than kilobytes: what an answer says at length lies beside them.
alter table observation set (toast_tuple_target = 256);

-- A filter and the newest first.
create index ix_observation_project_scanner_status_created on observation
    (project_id, scanner_id, status, created_at desc, id);
create index ix_observation_project_scanner_trigger_created on observation
    (project_id, scanner_id, triggered_by, created_at desc, id);
create index ix_observation_project_scanner_verdict_created on observation
    (project_id, scanner_id, verdict, created_at desc, id) where verdict is not null;

-- Tags, each with its scanner, so that a scanner's rows are found without those of all others.
create function observation_tag_keys(scanner_id uuid, tags jsonb, freeform jsonb) returns text[]
    language sql immutable parallel safe
    return (select array_agg(scanner_id || ':' || (t #>> '{}'))
              from jsonb_array_elements(
                       case when jsonb_typeof(tags) = 'array' then tags else '[]' end
                       || case when jsonb_typeof(freeform) = 'array' then freeform else '[]' end) t
             where jsonb_typeof(t) = 'string');
create index ix_observation_tag_keys on observation
    using gin (observation_tag_keys(scanner_id, tags, tags_freeform));

-- The orderings, each in both directions, because the tie-break ascends in both and nulls come last in both.
create index ix_observation_by_status on observation (project_id, scanner_id, status collate "C", id);
create index ix_observation_by_status_desc on observation (project_id, scanner_id, status collate "C" desc, id);
create index ix_observation_by_verdict on observation (project_id, scanner_id, verdict collate "C", id);
create index ix_observation_by_verdict_desc on observation
    (project_id, scanner_id, verdict collate "C" desc nulls last, id);
create index ix_observation_by_score on observation (project_id, scanner_id, score, id);
create index ix_observation_by_score_desc on observation (project_id, scanner_id, score desc nulls last, id);
create index ix_observation_by_version on observation (project_id, scanner_id, scanner_version, id);
create index ix_observation_by_version_desc on observation
    (project_id, scanner_id, scanner_version desc nulls last, id);
create index ix_observation_by_started on observation (project_id, scanner_id, started_at, id);
create index ix_observation_by_started_desc on observation (project_id, scanner_id, started_at desc nulls last, id);
create index ix_observation_by_completed on observation (project_id, scanner_id, completed_at, id);
create index ix_observation_by_completed_desc on observation
    (project_id, scanner_id, completed_at desc nulls last, id);
