create function tag_set_digest(tags text[]) returns uuid
    language sql immutable parallel safe
    return md5(array_to_string(tags, chr(1)))::uuid;

-- How often a scanner gave the same tags together, so that a list filtered by several tags is counted without its rows:
-- an observation has one set of tags, whatever number of them is asked for.
create table observation_tag_set_tally (
    project_id integer not null,
    scanner_id uuid    not null,
    tags       text[]  not null,
    digest     uuid    not null generated always as (tag_set_digest(tags)) stored,
    total      bigint  not null,
    constraint pk_observation_tag_set_tally primary key (project_id, scanner_id, digest),
    constraint fk_observation_tag_set_tally_scanner foreign key (project_id, scanner_id)
        references scanner (project_id, id) on delete cascade
);

insert into observation_tag_set_tally (project_id, scanner_id, tags, total)
select project_id, scanner_id, tags, count(*)
  from (select o.project_id, o.scanner_id, o.id, array_agg(distinct g.tag #>> '{}' collate "C") as tags
          from observation o
         cross join lateral (
                   select t as tag
                     from jsonb_array_elements(case when jsonb_typeof(o.tags) = 'array' then o.tags else '[]' end) t
                   union all
                   select t
                     from jsonb_array_elements(
                              case when jsonb_typeof(o.tags_freeform) = 'array' then o.tags_freeform else '[]' end) t) g
         where o.status = 'succeeded' and jsonb_typeof(g.tag) = 'string' and length(g.tag #>> '{}') <= 500
         group by 1, 2, 3) given
 group by 1, 2, 3;
