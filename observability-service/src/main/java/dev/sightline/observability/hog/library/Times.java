package dev.sightline.observability.hog.library;

import dev.sightline.observability.hog.vm.DateTimeValue;
import dev.sightline.observability.hog.vm.DateValue;
import dev.sightline.observability.hog.vm.Failure;
import dev.sightline.observability.hog.vm.Numbers;
import dev.sightline.observability.hog.vm.TimeText;
import dev.sightline.observability.hog.vm.Types;
import java.time.ZonedDateTime;

/** Arguments as points in time. */
final class Times {

    static final String UTC = "UTC";

    private Times() {}

    /** The time a value stands for: a date is its midnight, a number seconds, a text is read. Null if it is none. */
    static DateTimeValue timeOrNull(Object value) {
        if (value instanceof DateTimeValue time) {
            return time;
        }
        if (value instanceof DateValue date) {
            return new DateTimeValue(date.seconds(), UTC);
        }
        if (value instanceof String text) {
            Double seconds = TimeText.seconds(text);
            return seconds == null ? null : new DateTimeValue(seconds, UTC);
        }
        return Numbers.isNumber(value) ? new DateTimeValue(Numbers.toDouble(value), UTC) : null;
    }

    /** @throws Failure if the value is no point in time */
    static DateTimeValue time(Object value) {
        DateTimeValue time = timeOrNull(value);
        if (time == null) {
            throw Failure.value("Expected a date or datetime, got " + Types.of(value));
        }
        return time;
    }

    /** @throws Failure if the value is no datetime */
    static DateTimeValue dateTime(Object value) {
        if (value instanceof DateTimeValue time) {
            return time;
        }
        throw Failure.vm("Expected a DateTime");
    }

    /** The local time of a value in its own zone. */
    static ZonedDateTime local(Object value) {
        return time(value).local();
    }
}
