package dev.sightline.vision.filter;

import dev.sightline.sql.Where;

/**
 * What a comparison looks at, as SQL in three forms: as text, as a number and as a time; each null where the value is not
 * to be read like that.
 */
record Subject(String text, String number, String time) {

    /** A member of a JSON column. */
    static Subject property(String column, String key, Where where) {
        return column("(" + column + " ->> " + where.bind(key) + "::text)");
    }

    /** A text that may read as something else. */
    static Subject column(String sql) {
        return new Subject(sql, "property_number(" + sql + ")", "property_time(" + sql + ")");
    }

    static Subject number(String sql) {
        return new Subject("(" + sql + ")::text", sql, "to_timestamp(" + sql + ")");
    }

    static Subject time(String sql) {
        return new Subject(
                "to_char(" + sql + " at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')", "null::numeric", sql);
    }
}
