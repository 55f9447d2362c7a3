package dev.sightline.signals.scout.config;

/** SQL of scout configurations. $1 is the project. */
final class ConfigQueries {

    private static final String COLUMNS =
            "id, project_id, skill_name, enabled, emit, run_interval_minutes, last_run_at,"
                    + " created_at, created_by, enabled_by";

    private static final String SELECT = "select " + COLUMNS + " from scout_config where project_id = $1";

    static final String LIST = SELECT + " order by skill_name collate \"C\"";

    static final String FIND = SELECT + " and id = $2";

    static final String LOCK = FIND + " for update";

    static final String LOCK_BY_NAME = SELECT + " and skill_name = $2 for update";

    /** Nothing if the scout is configured already. */
    static final String INSERT = """
            insert into scout_config (project_id, id, skill_name, enabled, emit, run_interval_minutes, created_at, updated_at,
                                      created_by, enabled_by)
            values ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9)
            on conflict (project_id, skill_name) do nothing
            returning id""";

    static final String UPDATE = """
            update scout_config
            set failures = case when $3 and not enabled then 0 else failures end,
                enabled = $3, emit = $4, run_interval_minutes = $5, enabled_by = $6, updated_at = $7
            where project_id = $1 and id = $2""";

    static final String DELETE = "delete from scout_config where project_id = $1 and id = $2";

    /** Enabled configurations but one. $2 its skill. */
    static final String COUNT_ENABLED =
            "select count(*) from scout_config where project_id = $1 and enabled and skill_name <> $2";

    private ConfigQueries() {}
}
