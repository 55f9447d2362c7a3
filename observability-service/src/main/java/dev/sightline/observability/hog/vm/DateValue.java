package dev.sightline.observability.hog.vm;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** A calendar day. Compared with instants it is its midnight in UTC. */
public record DateValue(LocalDate day) {

    /** Seconds since 1970 of the day's midnight in UTC. */
    public double seconds() {
        return day.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    }
}
