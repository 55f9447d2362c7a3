package dev.sightline.observability.hog.vm;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one form of dates and times in text. */
public final class TimeText {

    private static final int MAX_LENGTH = 64;
    private static final Pattern FORM = Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d)"
            + "(?:[Tt ](\\d\\d):(\\d\\d)(?::(\\d\\d)(?:[.,](\\d{1,9}))?)?(?:([Zz])|([+-]\\d\\d)(?::?(\\d\\d))?)?)?");
    private static final int MILLI_DIGITS = 3;
    private static final double MILLIS = 1000.0;

    private TimeText() {}

    /** Seconds since 1970, null if the text is no time. Without a zone it is read in UTC. */
    public static Double seconds(String text) {
        return seconds(text, "UTC");
    }

    /**
     * Seconds since 1970, null if the text is no time.
     *
     * @param zone the name of the zone to read a time without one in
     */
    public static Double seconds(String text, String zone) {
        String trimmed = text.length() > MAX_LENGTH ? "" : text.strip();
        Matcher matcher = FORM.matcher(trimmed);
        try {
            return matcher.matches() ? seconds(matcher, zone) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The day a text of either form names, null if it names none. */
    public static LocalDate day(String text) {
        String trimmed = text.length() > MAX_LENGTH ? "" : text.strip();
        Matcher matcher = FORM.matcher(trimmed);
        try {
            return matcher.matches() ? day(matcher) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static LocalDate day(Matcher matcher) {
        int year = number(matcher, 1);
        if (year == 0) {
            throw new DateTimeException("There is no year 0");
        }
        return LocalDate.of(year, number(matcher, 2), number(matcher, 3));
    }

    private static double seconds(Matcher matcher, String zone) {
        LocalDateTime local = day(matcher).atTime(number(matcher, 4), number(matcher, 5), number(matcher, 6));
        long seconds = local.atZone(offset(matcher, zone)).toEpochSecond();
        return (seconds * (long) MILLIS + millis(matcher.group(7))) / MILLIS;
    }

    private static ZoneId offset(Matcher matcher, String zone) {
        if (matcher.group(8) != null) {
            return ZoneOffset.UTC;
        }
        return matcher.group(9) == null
                ? ZoneId.of(zone)
                : ZoneOffset.of(matcher.group(9) + ":" + (matcher.group(10) == null ? "00" : matcher.group(10)));
    }

    private static int millis(String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "00").substring(0, MILLI_DIGITS));
    }

    private static int number(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
