package dev.sightline.observability.hog.library;

import dev.sightline.observability.hog.vm.DateTimeValue;
import dev.sightline.observability.hog.vm.DateValue;
import dev.sightline.observability.hog.vm.Failure;
import dev.sightline.observability.hog.vm.TimeText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Dates and times made, converted and printed. */
final class Dates {

    private static final double MILLIS = 1000.0;

    private Dates() {}

    static void register(Registry library) {
        library.add("now", 0, 1, (run, a) -> new DateTimeValue(Instant.now().toEpochMilli() / MILLIS, Times.UTC))
                .add("today", 0, (run, a) -> new DateValue(LocalDate.now(ZoneOffset.UTC)))
                .add("toDate", 1, (run, a) -> toDate(a[0]))
                .add("toDateTime", 1, 2, (run, a) -> Times.timeOrNull(a[0]))
                .add("toUnixTimestamp", 1, 2, (run, a) -> timestamp(a).seconds())
                .add("toUnixTimestampMilli", 1, 2, (run, a) -> timestamp(a).millis())
                .add("fromUnixTimestamp", 1, (run, a) -> new DateTimeValue(Arguments.number(a[0]), Times.UTC))
                .add(
                        "fromUnixTimestampMilli",
                        1,
                        (run, a) -> new DateTimeValue(Arguments.number(a[0]) / MILLIS, Times.UTC))
                .add("toTimeZone", 2, (run, a) -> inZone(Times.dateTime(a[0]), Arguments.text(a[1])))
                .add("formatDateTime", 2, 3, (run, a) -> format(a));
    }

    private static Object toDate(Object value) {
        if (value instanceof DateValue) {
            return value;
        }
        if (value instanceof String text) {
            LocalDate day = TimeText.day(text);
            return day == null ? null : new DateValue(day);
        }
        DateTimeValue time = Times.timeOrNull(value);
        return time == null ? null : new DateValue(time.local().toLocalDate());
    }

    private static DateTimeValue timestamp(Object[] a) {
        if (a[0] instanceof String text && a.length > 1 && a[1] != null) {
            Double seconds = TimeText.seconds(text, Arguments.text(a[1]));
            if (seconds == null) {
                throw Failure.value("Invalid time: " + text);
            }
            return new DateTimeValue(seconds, Times.UTC);
        }
        return Times.time(a[0]);
    }

    private static DateTimeValue inZone(DateTimeValue time, String zone) {
        time.local(zone);
        return new DateTimeValue(time.seconds(), zone);
    }

    private static String format(Object[] a) {
        DateTimeValue time = Times.dateTime(a[0]);
        String zone = a.length > 2 && a[2] != null ? Arguments.text(a[2]) : time.zone();
        return TimeFormat.format(time.local(zone), time.seconds(), Arguments.text(a[1]));
    }
}
