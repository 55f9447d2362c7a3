-- What a scanner answered by schedule and what on demand is counted apart, so that statistics of the one or the other
-- need no rows.
truncate observation_answer_tally;
alter table observation_answer_tally
    add column triggered_by text not null,
    drop constraint pk_observation_answer_tally,
    add constraint pk_observation_answer_tally primary key (project_id, scanner_id, kind, value, triggered_by);

create temporary table given_tag on commit drop as
select o.project_id, o.scanner_id, o.triggered_by, o.id, g.kind, g.tag #>> '{}' as tag
  from observation o
 cross join lateral (
           select 'tag' as kind, t as tag
             from jsonb_array_elements(case when jsonb_typeof(o.tags) = 'array' then o.tags else '[]' end) t
           union all
           select 'freeform', t
             from jsonb_array_elements(
                      case when jsonb_typeof(o.tags_freeform) = 'array' then o.tags_freeform else '[]' end) t) g
 where o.status = 'succeeded' and jsonb_typeof(g.tag) = 'string' and length(g.tag #>> '{}') <= 500;

insert into observation_answer_tally (project_id, scanner_id, triggered_by, kind, value, total)
select project_id, scanner_id, triggered_by, kind, tag, count(*) from given_tag group by 1, 2, 3, 4, 5
union all
select project_id, scanner_id, triggered_by, 'any_tag', tag, count(distinct id) from given_tag group by 1, 2, 3, 5
union all
select project_id, scanner_id, triggered_by, 'tagged', '', count(distinct id) from given_tag group by 1, 2, 3
union all
select project_id, scanner_id, triggered_by, 'score', trim_scale(score)::text, count(*)
  from observation
 where status = 'succeeded' and score is not null
 group by 1, 2, 3, 5;
