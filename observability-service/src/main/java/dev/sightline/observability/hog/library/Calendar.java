package dev.sightline.observability.hog.library;

import dev.sightline.observability.hog.vm.DateTimeValue;
import dev.sightline.observability.hog.vm.DateValue;
import dev.sightline.observability.hog.vm.Failure;
import dev.sightline.observability.hog.vm.ObjectValue;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** Calendar arithmetic on the local time of a value's zone. */
final class Calendar {

    private static final int MONTHS = 12;
    private static final int HUNDRED = 100;

    private Calendar() {}

    static void register(Registry library) {
        library.add("dateAdd", 3, (run, a) -> add(unit(a[0]), Arguments.integer(a[1]), a[2]))
                .add("addDays", 2, (run, a) -> add(ChronoUnit.DAYS, Arguments.integer(a[1]), a[0]))
                .add("dateDiff", 3, (run, a) -> difference(unit(a[0]), Times.local(a[1]), Times.local(a[2])))
                .add("dateTrunc", 2, 3, (run, a) -> truncated(Times.dateTime(a[1]), unit(a[0])))
                .add("toStartOfDay", 1, 2, (run, a) -> truncated(Times.time(a[0]), ChronoUnit.DAYS))
                .add("toStartOfHour", 1, 2, (run, a) -> truncated(Times.time(a[0]), ChronoUnit.HOURS))
                .add("toStartOfMonth", 1, 2, (run, a) -> truncated(Times.time(a[0]), ChronoUnit.MONTHS))
                .add("toStartOfWeek", 1, 2, (run, a) -> truncated(Times.time(a[0]), ChronoUnit.WEEKS))
                .add("toYear", 1, (run, a) -> part("year", Times.local(a[0])))
                .add("toMonth", 1, (run, a) -> part("month", Times.local(a[0])))
                .add(
                        "toYYYYMM",
                        1,
                        (run, a) -> part("year", Times.local(a[0])) * HUNDRED + part("month", Times.local(a[0])))
                .add("extract", 2, (run, a) -> part(Arguments.text(a[0]), Times.local(a[1])));
        for (String unit : new String[] {"Day", "Hour", "Minute", "Month"}) {
            library.add("toInterval" + unit, 1, (run, a) -> interval(a[0], unit.toLowerCase(java.util.Locale.ROOT)));
        }
    }

    private static ObjectValue interval(Object value, String unit) {
        return new ObjectValue()
                .put("__hogInterval__", true)
                .put("value", value)
                .put("unit", unit);
    }

    private static ChronoUnit unit(Object name) {
        return switch (Arguments.text(name)) {
            case "second" -> ChronoUnit.SECONDS;
            case "minute" -> ChronoUnit.MINUTES;
            case "hour" -> ChronoUnit.HOURS;
            case "day" -> ChronoUnit.DAYS;
            case "week" -> ChronoUnit.WEEKS;
            case "month" -> ChronoUnit.MONTHS;
            case "year" -> ChronoUnit.YEARS;
            default -> throw Failure.vm("Unsupported unit: " + name);
        };
    }

    private static Object add(ChronoUnit unit, long amount, Object value) {
        try {
            if (value instanceof DateValue date && unit.isDateBased()) {
                return new DateValue(date.day().plus(amount, unit));
            }
            DateTimeValue time = Times.time(value);
            return DateTimeValue.of(time.local().plus(amount, unit), time.zone());
        } catch (DateTimeException | ArithmeticException e) {
            throw Failure.value("Date out of range");
        }
    }

    private static long difference(ChronoUnit unit, ZonedDateTime from, ZonedDateTime to) {
        return switch (unit) {
            case MONTHS -> (to.getYear() - (long) from.getYear()) * MONTHS + to.getMonthValue() - from.getMonthValue();
            case YEARS -> to.getYear() - (long) from.getYear();
            default -> {
                long millis = ChronoUnit.MILLIS.between(from, to);
                yield Math.floorDiv(millis, unit.getDuration().toMillis());
            }
        };
    }

    private static DateTimeValue truncated(DateTimeValue time, ChronoUnit unit) {
        ZonedDateTime local = time.local();
        ZonedDateTime start =
                switch (unit) {
                    case YEARS -> local.withDayOfYear(1).truncatedTo(ChronoUnit.DAYS);
                    case MONTHS -> local.withDayOfMonth(1).truncatedTo(ChronoUnit.DAYS);
                    case WEEKS ->
                        local.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                                .truncatedTo(ChronoUnit.DAYS);
                    case DAYS, HOURS, MINUTES -> local.truncatedTo(unit);
                    default ->
                        throw Failure.vm("Unsupported unit: " + unit.toString().toLowerCase(java.util.Locale.ROOT));
                };
        return DateTimeValue.of(start, time.zone());
    }

    private static long part(String name, ZonedDateTime time) {
        return switch (name) {
            case "year" -> time.getYear();
            case "month" -> time.getMonthValue();
            case "day" -> time.getDayOfMonth();
            case "hour" -> time.getHour();
            case "minute" -> time.getMinute();
            case "second" -> time.get(ChronoField.SECOND_OF_MINUTE);
            default -> throw Failure.vm("Unsupported part: " + name);
        };
    }
}
