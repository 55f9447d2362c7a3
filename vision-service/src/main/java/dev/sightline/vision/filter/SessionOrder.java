package dev.sightline.vision.filter;

import dev.sightline.sql.Where;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.TreeSet;

/**
 * What sessions can be put in order by (spec/platform.md C.2).
 *
 * @param sql over {@code recording_session s}; never null
 */
public record SessionOrder(String key, String sql, Kind kind) {

    /** What is compared. */
    public enum Kind {
        NUMBER("numeric"),
        TIME("timestamptz"),
        DAY("date");

        private final String type;

        Kind(String type) {
            this.type = type;
        }
    }

    private static final Set<String> NUMBERS = Set.of(
            "duration",
            "recording_duration",
            "active_seconds",
            "inactive_seconds",
            "console_error_count",
            "click_count",
            "keypress_count",
            "mouse_activity_count",
            "activity_score");

    private static final long LAST_MICROSECOND = 100_000_000_000_000_000L;
    private static final long LAST_DAY = 1_000_000;

    private static final SessionOrder START = new SessionOrder("start_time", "s.start_time", Kind.TIME);
    private static final SessionOrder EXPIRY = new SessionOrder("recording_ttl", "s.expires_on", Kind.DAY);

    /** The names of all orders. */
    public static Set<String> keys() {
        Set<String> keys = new TreeSet<>(NUMBERS);
        keys.add(START.key);
        keys.add(EXPIRY.key);
        return keys;
    }

    /** The order of a name in {@link #keys()}. */
    public static SessionOrder of(String key) {
        if (NUMBERS.contains(key)) {
            String sql = SessionColumn.ofRecording(key).orElseThrow().sql();
            return new SessionOrder(key, sql, Kind.NUMBER);
        }
        return key.equals(EXPIRY.key) ? EXPIRY : START;
    }

    /** Where a session stands in the order, as SQL of a number. */
    public String position() {
        return switch (kind) {
            case NUMBER -> sql;
            case TIME -> "(extract(epoch from " + sql + ") * 1000000)::bigint";
            case DAY -> "(" + sql + " - date '1970-01-01')";
        };
    }

    /** Binds that position and answers the SQL to compare {@link #sql()} with. */
    public String bind(BigDecimal position, Where where) {
        return where.bind(parameter(position)) + "::" + kind.type;
    }

    private Object parameter(BigDecimal position) {
        return switch (kind) {
            case NUMBER -> position;
            case TIME ->
                Instant.EPOCH
                        .plus(upTo(LAST_MICROSECOND, position), ChronoUnit.MICROS)
                        .atOffset(ZoneOffset.UTC);
            case DAY -> LocalDate.ofEpochDay(upTo(LAST_DAY, position));
        };
    }

    /** A position that somebody made up may lie where no calendar reaches. */
    private static long upTo(long last, BigDecimal position) {
        return Math.max(0, Math.min(last, position.longValue()));
    }
}
