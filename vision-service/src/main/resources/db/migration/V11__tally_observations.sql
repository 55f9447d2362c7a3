-- What the ended observations of a scanner add up to: one row a day of creation (UTC) and outcome, maintained in the
-- transaction that ends an observation. What is in flight is few and counted when asked for.
create table observation_day_tally (
    project_id   integer not null,
    scanner_id   uuid    not null,
    day          date    not null,
    status       text    not null,
    triggered_by text    not null,
    verdict      text    not null,
    total        bigint  not null,
    constraint pk_observation_day_tally primary key (project_id, scanner_id, day, status, triggered_by, verdict),
    constraint fk_observation_day_tally_scanner foreign key (project_id, scanner_id)
        references scanner (project_id, id) on delete cascade
);

-- How often a scanner gave each tag and each score.
create table observation_answer_tally (
    project_id integer not null,
    scanner_id uuid    not null,
    kind       text    not null,
    value      text    not null,
    total      bigint  not null,
    constraint pk_observation_answer_tally primary key (project_id, scanner_id, kind, value),
    constraint fk_observation_answer_tally_scanner foreign key (project_id, scanner_id)
        references scanner (project_id, id) on delete cascade,
    constraint ck_observation_answer_tally_kind check (kind in ('tag', 'freeform', 'any_tag', 'tagged', 'score'))
);

insert into observation_day_tally
select project_id, scanner_id, (created_at at time zone 'UTC')::date, status, triggered_by, coalesce(verdict, ''), count(*)
  from observation
 where completed_at is not null
 group by 1, 2, 3, 4, 5, 6;

-- Longer tags than this are no tags.
create temporary table given_tag on commit drop as
select o.project_id, o.scanner_id, o.id, g.kind, g.tag #>> '{}' as tag
  from observation o
 cross join lateral (
           select 'tag' as kind, t as tag
             from jsonb_array_elements(case when jsonb_typeof(o.tags) = 'array' then o.tags else '[]' end) t
           union all
           select 'freeform', t
             from jsonb_array_elements(
                      case when jsonb_typeof(o.tags_freeform) = 'array' then o.tags_freeform else '[]' end) t) g
 where o.status = 'succeeded' and jsonb_typeof(g.tag) = 'string' and length(g.tag #>> '{}') <= 500;

insert into observation_answer_tally
select project_id, scanner_id, kind, tag, count(*) from given_tag group by 1, 2, 3, 4
union all
select project_id, scanner_id, 'any_tag', tag, count(distinct id) from given_tag group by 1, 2, 4
union all
select project_id, scanner_id, 'tagged', '', count(distinct id) from given_tag group by 1, 2
union all
select project_id, scanner_id, 'score', trim_scale(score)::text, count(*)
  from observation
 where status = 'succeeded' and score is not null
 group by 1, 2, 4;
