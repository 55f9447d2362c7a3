package dev.sightline.vision.filter;

/** The events of the session {@code s}, as {@code e}. */
final class EventSql {

    /** What a clock that runs ahead says will happen has not happened. */
    static final String OF_SESSION =
            "e.project_id = s.project_id and e.session_id = s.session_id and e.timestamp <= now()";

    static final String ANY = exists("");

    private EventSql() {}

    /** Some event of the session is like that. */
    static String exists(String conditions) {
        return "exists (select 1 from session_event e where " + OF_SESSION + conditions + ")";
    }

    /** A property of the first or last event of the session, by the bound name. */
    static String propertyOf(String direction, String name) {
        return "(select e.properties ->> " + name + " from session_event e where " + OF_SESSION
                + " order by e.timestamp " + direction + ", e.uuid limit 1)";
    }

    static String count(String name) {
        return "(select count(*) from session_event e where " + OF_SESSION + " and e.event = " + name + ")";
    }
}
