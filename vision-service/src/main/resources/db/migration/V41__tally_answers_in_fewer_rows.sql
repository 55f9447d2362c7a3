-- An end touches as few sums as it can: that there were tags is counted with the outcome, and how many observations have
-- a tag follows from how often it was given, less the times it was given again in the same observation.

create temporary table given_tag on commit drop as
select o.project_id, o.scanner_id, o.triggered_by, (o.created_at at time zone 'UTC')::date as day, o.id,
       g.tag #>> '{}' as tag
  from observation o
 cross join lateral (
           select t as tag
             from jsonb_array_elements(case when jsonb_typeof(o.tags) = 'array' then o.tags else '[]' end) t
           union all
           select t
             from jsonb_array_elements(
                      case when jsonb_typeof(o.tags_freeform) = 'array' then o.tags_freeform else '[]' end) t) g
 where o.status = 'succeeded' and jsonb_typeof(g.tag) = 'string' and length(g.tag #>> '{}') <= 500;

alter table observation_day_tally add column tagged bigint not null default 0;
update observation_day_tally t
   set tagged = g.tagged
  from (select project_id, scanner_id, day, triggered_by, count(distinct id) as tagged from given_tag group by 1, 2, 3, 4) g
 where (t.project_id, t.scanner_id, t.day, t.triggered_by) = (g.project_id, g.scanner_id, g.day, g.triggered_by)
   and t.status = 'succeeded' and t.verdict = '';

delete from observation_answer_tally where kind in ('any_tag', 'tagged');
alter table observation_answer_tally
    drop constraint ck_observation_answer_tally_kind,
    add constraint ck_observation_answer_tally_kind check (kind in ('tag', 'freeform', 'again', 'score'));
insert into observation_answer_tally (project_id, scanner_id, triggered_by, kind, value, total)
select project_id, scanner_id, triggered_by, 'again', tag, sum(times - 1)
  from (select project_id, scanner_id, triggered_by, id, tag, count(*) as times
          from given_tag group by 1, 2, 3, 4, 5 having count(*) > 1) repeated
 group by 1, 2, 3, 5;

-- Lists by several tags may ask for a trigger as well.
truncate observation_tag_set_tally;
alter table observation_tag_set_tally
    add column triggered_by text not null,
    drop constraint pk_observation_tag_set_tally,
    add constraint pk_observation_tag_set_tally primary key (project_id, scanner_id, digest, triggered_by);
insert into observation_tag_set_tally (project_id, scanner_id, triggered_by, tags, total)
select project_id, scanner_id, triggered_by, tags, count(*)
  from (select project_id, scanner_id, triggered_by, id, array_agg(distinct tag collate "C") as tags
          from given_tag group by 1, 2, 3, 4) given
 group by 1, 2, 3, 4;

-- Room beside each sum for its next version, which then needs no new index entry.
alter table observation_day_tally set (fillfactor = 70);
alter table observation_answer_tally set (fillfactor = 70);
alter table observation_tag_set_tally set (fillfactor = 70);
