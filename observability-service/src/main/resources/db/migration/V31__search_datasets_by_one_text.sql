-- One condition on one text instead of three alternatives: those made the planner read the whole project. The text is
-- where a search looks first; the query itself still asks each column, so that no match spans two of them.
drop index ix_dataset_project_id_search;

create index ix_dataset_project_id_search on dataset using gin (
    project_id,
    (name || E'\n' || coalesce(description, '') || E'\n' || coalesce(metadata::text, '')) gin_trgm_ops
) where deleted is not true;
