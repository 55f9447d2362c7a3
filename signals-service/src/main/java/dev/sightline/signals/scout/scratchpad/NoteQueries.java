package dev.sightline.signals.scout.scratchpad;

/** SQL of notes. $1 is the project unless said otherwise. */
final class NoteQueries {

    static final String COLUMNS = "key, content, created_at, updated_at, created_by_run_id";

    /** Nothing if the project is full; a note that is there keeps who made it and when. $7 most notes. */
    static final String WRITE = """
            insert into scout_note (project_id, key, id, content, created_by_run_id, created_at, updated_at)
            select $1, $2, $3, $4, (select id from scout_run where project_id = $1 and id = $5), $6, $6
            where exists (select from scout_note where project_id = $1 and key = $2)
               or (select count(*) from scout_note where project_id = $1) < $7
            on conflict (project_id, key) do update set content = excluded.content, updated_at = excluded.updated_at
            returning\s""" + COLUMNS;

    static final String FORGET = "delete from scout_note where project_id = $1 and key = $2 returning key";

    /** Notes of the kinds that programs go by, as much of each as they read. $1 projects. */
    static final String RULES = """
            select project_id, key, left(content, 1000) as content from scout_note
            where project_id = any ($1::int[]) and key ~ '^(dedupe|pattern|noise|allowlist):'""";

    private NoteQueries() {}
}
