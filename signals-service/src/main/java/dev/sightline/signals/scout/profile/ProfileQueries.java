package dev.sightline.signals.scout.profile;

/** SQL of profiles. $1 is the project. */
final class ProfileQueries {

    private static final String COLUMNS = "id, computed_at, expires_at, source_version, payload::text as payload";

    static final String NEWEST = "select " + COLUMNS
            + " from scout_profile where project_id = $1 order by computed_at desc, id desc limit 1";

    /** Waits for whoever builds the project's profile just now. $2 project. */
    static final String LOCK = "select pg_advisory_xact_lock($1, $2)";

    /** $2 id, $3 computed, $4 expires, $5 version, $6 payload. */
    static final String INSERT = """
            insert into scout_profile (project_id, id, computed_at, expires_at, source_version, payload)
            values ($1, $2, $3, $4, $5, $6::text::jsonb)""";

    /** Keeps the newest. $2 how many. */
    static final String PRUNE = """
            delete from scout_profile where project_id = $1 and id in (
                select id from scout_profile where project_id = $1 order by computed_at desc, id desc offset $2)""";

    static final String EXPIRE = "update scout_profile set expires_at = $2 where project_id = $1 and expires_at > $2";

    static final String SOURCES = """
            select source_product, source_type, enabled from source_config
            where project_id = $1 order by source_product, source_type""";

    static final String REPORTS = """
            select status, count(*)::int as count from report
            where project_id = $1 and status not in ('deleted', 'suppressed') group by status order by status""";

    /** $2 since. */
    static final String ACTIVITY = """
            select scope, count(*)::int as edits, count(distinct user_id)::int as users, max(at) as last_edit
            from scout_activity where project_id = $1 and at >= $2
            group by scope order by edits desc, scope limit 20""";

    /** What was measured since a day. $2 day. */
    static final String KINDS =
            "select distinct kind, case when kind = 'event' then entity end as event from scout_counter"
                    + " where project_id = $1 and day >= $2";

    /** What people have set up. */
    static final String SCOPES = "select distinct scope from scout_roster where project_id = $1 and there";

    static final String INVENTORY =
            "select section, content::text as content, received_at from scout_inventory where project_id = $1";

    /** Nothing if a later one is there. $2 section, $3 content, $4 when. */
    static final String HAND_IN = """
            insert into scout_inventory (project_id, section, content, received_at) values ($1, $2, $3::text::jsonb, $4)
            on conflict (project_id, section) do update
            set content = excluded.content, received_at = excluded.received_at
            where scout_inventory.received_at <= excluded.received_at""";

    private ProfileQueries() {}
}
