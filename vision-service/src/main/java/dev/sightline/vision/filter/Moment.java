package dev.sightline.vision.filter;

import dev.sightline.sql.Where;
import dev.sightline.time.Timestamps;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A moment of a date filter: an instant, a whole day (UTC), or so long ago when the question is asked. */
sealed interface Moment {

    /** From the first instant of the moment to the first after it, as SQL. */
    record Span(String from, String to) {

        private static Span instant(String at) {
            return new Span(at, "(" + at + " + interval '1 microsecond')");
        }

        private static Span day(String midnight) {
            return new Span(midnight, "(" + midnight + " + interval '1 day')");
        }
    }

    /**
     * @param equal whether the moment is asked to be met, which a relative one does with its whole day
     */
    Span span(Where where, boolean equal);

    record At(Instant instant) implements Moment {
        @Override
        public Span span(Where where, boolean equal) {
            return Span.instant(where.bind(instant.atOffset(ZoneOffset.UTC)) + "::timestamptz");
        }
    }

    record Day(LocalDate day) implements Moment {
        @Override
        public Span span(Where where, boolean equal) {
            return Span.day(where.bind(day.atStartOfDay().atOffset(ZoneOffset.UTC)) + "::timestamptz");
        }
    }

    record Ago(String interval) implements Moment {
        @Override
        public Span span(Where where, boolean equal) {
            String then = "(now() - " + where.bind(interval) + "::text::interval)";
            return equal ? Span.day("date_trunc('day', " + then + ", 'UTC')") : Span.instant(then);
        }
    }

    Pattern RELATIVE = Pattern.compile("-([0-9]{1,4})([hdwmqyM])");
    Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    Map<String, String> UNITS =
            Map.of("h", " hours", "d", " days", "w", " weeks", "m", " months", "y", " years", "M", " minutes");

    static Moment read(String text) {
        Matcher relative = RELATIVE.matcher(text);
        if (relative.matches()) {
            return new Ago(interval(Integer.parseInt(relative.group(1)), relative.group(2)));
        }
        return DAY.matcher(text).matches()
                ? new Day(day(text))
                : new At(Timestamps.parse(text).orElseThrow(Moment::invalid));
    }

    private static String interval(int number, String unit) {
        return unit.equals("q") ? 3 * number + " months" : number + UNITS.get(unit);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw invalid();
        }
    }

    private static InvalidSessionFilter invalid() {
        return new InvalidSessionFilter("A date must be written like 2026-01-31, 2026-01-31T12:00:00Z or -7d.");
    }
}
