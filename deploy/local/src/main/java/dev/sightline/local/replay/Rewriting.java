package dev.sightline.local.replay;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes recorded text look as if it happened at another time, to another project, in other sessions: times near those of
 * the recording move by a whole number of seconds, time-ordered ids become new ones that moved likewise, capture tokens
 * become another. The same id always becomes the same new one, so what belonged together still does.
 */
final class Rewriting {

    private static final String ID = "[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
    private static final String ISO = "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}";
    private static final String UNIX = "(?<![\\w.-])\\d{10}(?:\\d{3}|\\d{6}|\\d{9})?(?![\\w-])";
    private static final String TOKEN = "\\bphc_\\w+";
    private static final Pattern REPLACED =
            Pattern.compile("(?<id>%s)|(?<iso>%s)|(?<token>%s)|%s".formatted(ID, ISO, TOKEN, UNIX));

    /** A date's own text would leave out seconds that are zero. */
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    private static final int SECONDS_DIGITS = 10;
    private static final int ID_TIME_BITS = 48;
    private static final Duration NEAR = Duration.ofDays(1);

    private final long begin;
    private final long end;
    private final long shift;
    private final String token;
    private final UUID run;

    /**
     * @param shift how far times move; fractions of a second are dropped
     * @param run what makes the ids of this run differ from those of another
     */
    Rewriting(Recording recording, Duration shift, String token, UUID run) {
        this.begin = recording.begin().minus(NEAR).getEpochSecond();
        this.end = recording.end().plus(NEAR).getEpochSecond();
        this.shift = shift.toSeconds();
        this.token = token;
        this.run = run;
    }

    String apply(String text) {
        return REPLACED.matcher(text).replaceAll(found -> Matcher.quoteReplacement(replacement(found)));
    }

    private String replacement(MatchResult found) {
        String text = found.group();
        if (found.group(1) != null) {
            return id(UUID.fromString(text)).toString();
        } else if (found.group(2) != null) {
            return iso(text);
        }
        return found.group(3) != null ? token : unix(text);
    }

    private UUID id(UUID old) {
        long time = (old.getMostSignificantBits() >>> Long.SIZE - ID_TIME_BITS) + shift * 1000;
        UUID drawn = UUID.nameUUIDFromBytes((run.toString() + old).getBytes(StandardCharsets.US_ASCII));
        long random = drawn.getMostSignificantBits() & 0xFFF;
        return new UUID(time << Long.SIZE - ID_TIME_BITS | 0x7000 | random, drawn.getLeastSignificantBits());
    }

    private String iso(String text) {
        LocalDateTime time = LocalDateTime.parse(text);
        boolean near = isNear(time.toEpochSecond(ZoneOffset.UTC));
        return near ? time.plusSeconds(shift).format(SECONDS) : text;
    }

    private String unix(String text) {
        long seconds = Long.parseLong(text.substring(0, SECONDS_DIGITS));
        return isNear(seconds) ? seconds + shift + text.substring(SECONDS_DIGITS) : text;
    }

    private boolean isNear(long seconds) {
        return seconds >= begin && seconds <= end;
    }
}
