package dev.sightline.signals.scout.fleet;

/** SQL of skills. $1 is the project. */
final class SkillQueries {

    private static final String COLUMNS =
            "name, version, deleted, description, body, allowed_tools, seeded_by, canonical_hash, created_by, created_at";

    /** The latest version of every name, deleted ones too. */
    static final String LATEST =
            "select " + COLUMNS + " from scout_skill where project_id = $1 and is_latest order by name";

    /** The live skill of a name. $2 name. */
    static final String LIVE =
            "select " + COLUMNS + " from scout_skill where project_id = $1 and name = $2 and is_latest and not deleted";

    /** The same, held until the transaction ends. */
    static final String LOCK = LIVE + " for update";

    /** Projects to which another text was shipped. $1 names, $2 fingerprints of what is shipped now. */
    static final String OUTDATED = """
            select distinct s.project_id
            from scout_skill s join unnest($1::text[], $2::text[]) as shipped (name, hash) using (name)
            where s.is_latest and not s.deleted and s.canonical_hash <> shipped.hash""";

    static final String RETIRE =
            "update scout_skill set is_latest = false where project_id = $1 and name = $2 and is_latest";

    static final String DELETE =
            "update scout_skill set deleted = true where project_id = $1 and name = any ($2::text[]) and is_latest";

    /** Nothing if the version, or another latest one, is there already. */
    static final String INSERT = """
            insert into scout_skill (project_id, name, version, is_latest, description, body, allowed_tools, seeded_by,
                                     canonical_hash, created_by, created_at)
            values ($1, $2, $3, true, $4, $5, $6, $7, $8, $9, $10)
            on conflict do nothing
            returning version""";

    private SkillQueries() {}
}
