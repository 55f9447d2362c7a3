package dev.sightline.observability.event;

/** The SQL of the event store. */
final class EventQueries {

    /**
     * Stores a batch, given as one array a column, and tells how many of it were new. An event is known if it is there on
     * its day or on a neighbouring one: a client that sends again around midnight, its clock corrected anew, lands there.
     * Known ones are left out before their properties are parsed. The last two parameters are the first and the last day of
     * all neighbours: with them the planner leaves out the other partitions once, not once for each row.
     */
    static final String INSERT = """
            with batch as (
                select * from unnest($1::int[], $2::date[], $3::uuid[], $4::text[], $5::text[], $6::text[],
                                     $7::timestamptz[], $8::timestamptz[], $9::boolean[], $10::text[], $11::text[])
                    as b (project_id, day, uuid, event, distinct_id, session_id, timestamp, received_at, heavy, light, content)
            ), stored as (
                insert into event (project_id, day, uuid, event, distinct_id, session_id, timestamp, received_at, heavy,
                                   properties)
                select project_id, day, uuid, event, distinct_id, session_id, timestamp, received_at, heavy,
                       light::jsonb
                from batch b
                where not exists (
                    select from event e
                    where e.project_id = b.project_id and e.uuid = b.uuid and e.day between b.day - 1 and b.day + 1
                        and e.day between $12 and $13
                )
                on conflict do nothing
                returning project_id, uuid, day
            ), heavy as (
                insert into event_content (project_id, day, uuid, properties)
                select b.project_id, b.day, b.uuid, b.content::jsonb
                from batch b join stored s using (project_id, uuid, day)
                where b.content is not null
                on conflict do nothing
            )
            select count(*) from stored
            """;

    private static final String COLUMNS = """
            select e.uuid, e.event, e.distinct_id, e.session_id, e.timestamp, e.heavy,
                   e.properties::text as light, c.properties::text as content
            from event e
            left join event_content c on c.project_id = e.project_id and c.uuid = e.uuid and c.day = e.day
            """;

    /** The event of a project, a name, an id and a day. */
    static final String FIND = COLUMNS + "where e.project_id = $1 and e.event = $2 and e.uuid = $3 and e.day = $4";

    /** The event of a project and an id, whatever its day. */
    static final String FIND_ANY_DAY = COLUMNS + "where e.project_id = $1 and e.uuid = $2 order by e.day limit 1";

    /** Events without their heavy properties. */
    static final String LIGHT = """
            select e.uuid, e.event, e.distinct_id, e.session_id, e.timestamp, e.heavy,
                   e.properties::text as light, null::text as content
            from event e
            """;

    /** The newest events of a project and a name since a time that come after another one in that order. */
    static final String RECENT = COLUMNS + """
            where e.project_id = $1 and e.event = $2 and e.timestamp >= $3 and e.day >= $4
                and e.timestamp <= $5 and (e.timestamp < $5 or e.uuid < $6)
            order by e.timestamp desc, e.uuid desc
            limit $7
            """;

    private EventQueries() {}
}
