package dev.sightline.vision.person;

/** The SQL of people. */
final class PersonQueries {

    private PersonQueries() {}

    /** Who came under which of these names. Nobody's list of names is shown without an end. */
    static final String BEHIND = """
            select d.distinct_id as asked, p.id, p.properties::text as properties, p.created_at,
                   array(select n.distinct_id
                           from person_distinct_id n
                          where n.project_id = p.project_id and n.person_id = p.id
                          order by n.distinct_id
                          limit 10) as names
              from person_distinct_id d
              join person p on p.project_id = d.project_id and p.id = d.person_id
             where d.project_id = $1 and d.distinct_id = any($2)
            """;

    static final String NAME = """
            insert into person_distinct_id (project_id, distinct_id, person_id)
            values ($1, $2, gen_random_uuid())
            on conflict do nothing
            """;

    /** What is set once counts least, what is set most; a change that changes nothing writes nothing. */
    static final String CHANGE = """
            insert into person as p (project_id, id, properties)
            select d.project_id, d.person_id, $3::jsonb || $4::jsonb
              from person_distinct_id d
             where d.project_id = $1 and d.distinct_id = $2
            on conflict (project_id, id) do update
               set properties = ($3::jsonb || p.properties || $4::jsonb) - $5::text[]
             where p.properties is distinct from ($3::jsonb || p.properties || $4::jsonb) - $5::text[]
            """;

    /** Gives the names of an unknown visitor to somebody known. Somebody known stays who they are. */
    static final String MERGE = """
            with known as (
                select d.person_id as id from person_distinct_id d where d.project_id = $1 and d.distinct_id = $2
            ), visitor as (
                select p.id, p.properties
                  from person_distinct_id d
                  join person p on p.project_id = d.project_id and p.id = d.person_id
                 where d.project_id = $1 and d.distinct_id = $3 and not p.identified
                   and p.id <> (select id from known)
            ), gone as (
                delete from person p using visitor v where p.project_id = $1 and p.id = v.id
            ), renamed as (
                update person_distinct_id d set person_id = (select id from known)
                  from visitor v
                 where d.project_id = $1 and d.person_id = v.id
            )
            update person p
               set identified = true,
                   properties = coalesce((select v.properties from visitor v), '{}') || p.properties
             where p.project_id = $1 and p.id = (select id from known)
            """;
}
