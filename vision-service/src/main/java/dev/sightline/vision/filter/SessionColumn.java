package dev.sightline.vision.filter;

import dev.sightline.sql.Where;
import java.util.Map;
import java.util.Optional;

/**
 * What can be asked of a session as a whole.
 *
 * @param sql the expression; for a property of an event, that property's name
 */
record SessionColumn(Kind kind, String sql) {

    enum Kind {
        NUMBER,
        TEXT,
        TIME,
        TEXTS,
        OF_FIRST_EVENT,
        OF_LAST_EVENT,
        EVENTS
    }

    private static final String DURATION = "floor(extract(epoch from s.end_time - s.start_time))";
    private static final String ACTIVE = "(s.active_ms / 1000.0)";

    /** Zero for a recording of nothing, as {@code SessionCounters.activityScore} has it. */
    private static final String SCORE = "coalesce(round(100 * (" + ACTIVE
            + " + s.click_count + s.keypress_count + s.console_error_count) / nullif(s.mouse_activity_count + "
            + DURATION
            + " + s.console_error_count + s.console_log_count + s.console_warn_count, 0), 2), 0)";

    private static final Map<String, SessionColumn> OF_RECORDING = Map.ofEntries(
            number("duration", DURATION),
            number("recording_duration", DURATION),
            number("active_seconds", ACTIVE),
            number("inactive_seconds", "(" + DURATION + " - " + ACTIVE + ")"),
            number("click_count", "s.click_count"),
            number("keypress_count", "s.keypress_count"),
            number("mouse_activity_count", "s.mouse_activity_count"),
            number("console_log_count", "s.console_log_count"),
            number("console_warn_count", "s.console_warn_count"),
            number("console_error_count", "s.console_error_count"),
            number("activity_score", SCORE),
            Map.entry("snapshot_source", new SessionColumn(Kind.TEXT, "s.snapshot_source")),
            Map.entry("visited_page", new SessionColumn(Kind.TEXTS, "s.urls")));

    private static final Map<String, SessionColumn> OF_SESSION = Map.ofEntries(
            number("$session_duration", DURATION),
            Map.entry("$start_timestamp", new SessionColumn(Kind.TIME, "s.start_time")),
            Map.entry("$end_timestamp", new SessionColumn(Kind.TIME, "s.end_time")),
            Map.entry("$pageview_count", new SessionColumn(Kind.EVENTS, "$pageview")),
            Map.entry("$autocapture_count", new SessionColumn(Kind.EVENTS, "$autocapture")),
            Map.entry("$screen_count", new SessionColumn(Kind.EVENTS, "$screen")),
            Map.entry("$entry_current_url", new SessionColumn(Kind.OF_FIRST_EVENT, "$current_url")),
            Map.entry("$entry_pathname", new SessionColumn(Kind.OF_FIRST_EVENT, "$pathname")),
            Map.entry("$entry_hostname", new SessionColumn(Kind.OF_FIRST_EVENT, "$host")),
            Map.entry("$entry_referring_domain", new SessionColumn(Kind.OF_FIRST_EVENT, "$referring_domain")),
            Map.entry("$entry_utm_source", new SessionColumn(Kind.OF_FIRST_EVENT, "utm_source")),
            Map.entry("$entry_utm_medium", new SessionColumn(Kind.OF_FIRST_EVENT, "utm_medium")),
            Map.entry("$entry_utm_campaign", new SessionColumn(Kind.OF_FIRST_EVENT, "utm_campaign")),
            Map.entry("$entry_utm_term", new SessionColumn(Kind.OF_FIRST_EVENT, "utm_term")),
            Map.entry("$entry_utm_content", new SessionColumn(Kind.OF_FIRST_EVENT, "utm_content")),
            Map.entry("$entry_gclid", new SessionColumn(Kind.OF_FIRST_EVENT, "gclid")),
            Map.entry("$end_current_url", new SessionColumn(Kind.OF_LAST_EVENT, "$current_url")),
            Map.entry("$end_pathname", new SessionColumn(Kind.OF_LAST_EVENT, "$pathname")),
            Map.entry("$end_hostname", new SessionColumn(Kind.OF_LAST_EVENT, "$host")));

    private static Map.Entry<String, SessionColumn> number(String key, String sql) {
        return Map.entry(key, new SessionColumn(Kind.NUMBER, sql));
    }

    static Optional<SessionColumn> ofRecording(String key) {
        return Optional.ofNullable(OF_RECORDING.get(key));
    }

    static Optional<SessionColumn> ofSession(String key) {
        return Optional.ofNullable(OF_SESSION.get(key));
    }

    boolean lists() {
        return kind == Kind.TEXTS;
    }

    Subject subject(Where where) {
        return switch (kind) {
            case NUMBER -> Subject.number(sql);
            case TIME -> Subject.time(sql);
            case TEXT, TEXTS -> Subject.column(sql);
            case EVENTS -> Subject.number(EventSql.count(where.bind(sql)));
            case OF_FIRST_EVENT -> Subject.column(EventSql.propertyOf("asc", where.bind(sql) + "::text"));
            case OF_LAST_EVENT -> Subject.column(EventSql.propertyOf("desc", where.bind(sql) + "::text"));
        };
    }
}
