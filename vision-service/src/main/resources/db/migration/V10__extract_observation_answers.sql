-- What lists and statistics ask of an answer, read out of it once. What is not of the right type counts as absent.
alter table observation
    add column verdict text generated always as (
        left(scanner_result #>> '{model_output,verdict}', 100)) stored,
    add column score numeric generated always as (
        case when jsonb_typeof(scanner_result #> '{model_output,score}') = 'number'
             then (scanner_result #>> '{model_output,score}')::numeric end) stored,
    add column tags jsonb generated always as (scanner_result #> '{model_output,tags}') stored,
    add column tags_freeform jsonb generated always as (scanner_result #> '{model_output,tags_freeform}') stored,
    add column scanner_version numeric generated always as (
        case when jsonb_typeof(scanner_snapshot -> 'scanner_version') = 'number'
             then (scanner_snapshot ->> 'scanner_version')::numeric end) stored,
    add constraint ck_observation_session_id check (session_id <> '');
