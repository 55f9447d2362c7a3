package dev.sightline.signals.scout.projection;

/** SQL of projections. Rows come in the order of their keys, which is the order of locks. */
final class ProjectionQueries {

    private static final String WRITE = """
            insert into scout_counter as c (project_id, day, kind, entity, hours)
            select project_id, day, kind, entity, hours::double precision[]
            from unnest($1::int[], $2::date[], $3::text[], $4::text[], $5::text[])
                as arrived (project_id, day, kind, entity, hours)
            where exists (select from scout_counter as known
                          where (known.project_id, known.day, known.kind, known.entity)
                              = (arrived.project_id, arrived.day, arrived.kind, arrived.entity))
               or (select count(*) from scout_counter as others
                   where (others.project_id, others.day, others.kind)
                       = (arrived.project_id, arrived.day, arrived.kind)) < $6
            on conflict (project_id, day, kind, entity) do update set hours =\s""";

    /** Things beyond the most that are followed are left out. $1 projects, $2 days, $3 kinds, $4 entities, $5 hours, $6 most. */
    static final String ADD = WRITE + "scout_add(c.hours, excluded.hours)";

    /** The same for values that replace those before. */
    static final String PUT = WRITE + "scout_put(c.hours, excluded.hours)";

    private static final String SKETCHES = """
            from unnest($1::int[], $2::date[], $3::text[], $4::text[], $5::smallint[], $6::bytea[])
                as arrived (project_id, day, kind, entity, hour, sketch)""";

    /** Makes rows that are missing, so that all can be held; of models only for those whose calls are counted. */
    static final String MAKE_SKETCHES =
            "insert into scout_sketch (project_id, day, kind, entity, hour, sketch) select * " + SKETCHES + """
            \swhere kind <> 'llm.latency' or exists (
                select from scout_counter as calls
                where (calls.project_id, calls.day, calls.kind, calls.entity)
                    = (arrived.project_id, arrived.day, 'llm.calls', arrived.entity))
            on conflict do nothing""";

    /** The stored sketches, held until the transaction ends. */
    static final String LOCK_SKETCHES = """
            select s.project_id, s.day, s.kind, s.entity, s.hour, s.sketch
            from scout_sketch s
            join unnest($1::int[], $2::date[], $3::text[], $4::text[], $5::smallint[])
                as arrived (project_id, day, kind, entity, hour) using (project_id, day, kind, entity, hour)
            order by s.project_id, s.day, s.kind, s.entity, s.hour
            for update of s""";

    static final String SAVE_SKETCHES = "update scout_sketch s set sketch = arrived.sketch " + SKETCHES
            + " where (s.project_id, s.day, s.kind, s.entity, s.hour)"
            + " = (arrived.project_id, arrived.day, arrived.kind, arrived.entity, arrived.hour)";

    /** $1 projects, $2 entities, $3 names. */
    static final String NAME = """
            insert into scout_entity as e (project_id, entity, name)
            select * from unnest($1::int[], $2::text[], $3::text[])
            on conflict (project_id, entity) do update set name = excluded.name where e.name <> excluded.name""";

    /** All days of a thing in one value, as {@link PackedDays} reads them. $1 projects, $2 first day. */
    static final String READ = """
            select project.id as project_id, things.*
            from unnest($1::int[]) as project (id)
            cross join lateral (
                select kind, entity, string_agg(date_send(day) || array_send(hours), ''::bytea) as days
                from scout_counter where project_id = project.id and day >= $2
                group by kind, entity) as things""";

    static final String READ_NAMES =
            "select project_id, entity, name from scout_entity where project_id = any ($1::int[])";

    /** Sketches of people of a project since a day. $2 day, $3 kind. */
    static final String READ_SKETCHES = """
            select entity, day, hour, sketch from scout_sketch
            where project_id = $1 and day >= $2 and kind = $3""";

    /** Takes away what is out of retention, a portion at a time. $1 first day that stays. */
    static final String EXPIRE_COUNTERS = "delete from scout_counter where day < $1";

    static final String EXPIRE_SKETCHES = "delete from scout_sketch where day < $1";

    static final String EXPIRE_ACTIVITY = "delete from scout_activity where at < $1";

    static final String EXPIRE_ROSTER = "delete from scout_roster where not there and changed_at < $1";

    private ProjectionQueries() {}
}
