package dev.sightline.observability.hog.vm;

/** Dates, times and errors seen as the maps they are written as. */
public final class Fields {

    private Fields() {}

    static Object get(Object base, String name) {
        if (base instanceof ErrorValue error) {
            return error(error, name);
        }
        if (base instanceof DateTimeValue time) {
            return time(time, name);
        }
        return base instanceof DateValue date ? date(date, name) : null;
    }

    /** The map a value is written as, null if it is written otherwise. */
    public static ObjectValue map(Object value) {
        if (value instanceof ErrorValue error) {
            return mark("__hogError__")
                    .put("type", error.type())
                    .put("message", error.message())
                    .put("payload", error.payload());
        }
        if (value instanceof DateTimeValue time) {
            return mark("__hogDateTime__").put("dt", time.seconds()).put("zone", time.zone());
        }
        return value instanceof DateValue date ? map(date) : null;
    }

    private static ObjectValue map(DateValue date) {
        return mark("__hogDate__")
                .put("year", date(date, "year"))
                .put("month", date(date, "month"))
                .put("day", date(date, "day"));
    }

    private static ObjectValue mark(String marker) {
        return new ObjectValue().put(marker, true);
    }

    private static Object error(ErrorValue error, String name) {
        return switch (name) {
            case "type" -> error.type();
            case "message" -> error.message();
            case "payload" -> error.payload();
            case "__hogError__" -> true;
            default -> null;
        };
    }

    private static Object time(DateTimeValue time, String name) {
        return switch (name) {
            case "dt" -> time.seconds();
            case "zone" -> time.zone();
            case "__hogDateTime__" -> true;
            default -> null;
        };
    }

    private static Object date(DateValue date, String name) {
        return switch (name) {
            case "year" -> (long) date.day().getYear();
            case "month" -> (long) date.day().getMonthValue();
            case "day" -> (long) date.day().getDayOfMonth();
            case "__hogDate__" -> true;
            default -> null;
        };
    }
}
