package dev.sightline.observability.hog.vm;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** An instant (seconds since 1970, with fractions) and the name of the zone it is shown in. */
public record DateTimeValue(double seconds, String zone) {

    private static final long MILLIS = 1000;

    /** The end of the year 9999. */
    private static final double MAX_SECONDS = 253_402_300_800.0;

    /** Milliseconds since 1970. */
    public long millis() {
        return Math.round(seconds * MILLIS);
    }

    /**
     * The local time in the value's zone, to the millisecond.
     *
     * @throws Failure if the zone is unknown or the instant out of range
     */
    public ZonedDateTime local() {
        return local(zone);
    }

    /** The local time in a zone given by name, to the millisecond. */
    public ZonedDateTime local(String zoneName) {
        if (!(Math.abs(seconds) < MAX_SECONDS)) {
            throw Failure.value("Time out of range");
        }
        try {
            return Instant.ofEpochMilli(millis()).atZone(ZoneId.of(zoneName));
        } catch (DateTimeException e) {
            throw Failure.value("Invalid time or zone: " + zoneName);
        }
    }

    /** The same zone at another local time. */
    public static DateTimeValue of(ZonedDateTime time, String zone) {
        return new DateTimeValue(time.toInstant().toEpochMilli() / (double) MILLIS, zone);
    }
}
