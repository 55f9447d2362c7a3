package dev.sightline.observability.hog.vm;

/** What comparison makes of a value when it sees the other one. */
final class Unification {

    private Unification() {}

    /** The value as it takes part in a comparison with the other. */
    static Object of(Object value, Object other) {
        if (value instanceof Boolean flag) {
            return Numbers.isNumber(other) ? (Object) (flag ? 1L : 0L) : value;
        }
        if (value instanceof String text) {
            return text(text, other);
        }
        if (value instanceof DateValue day) {
            return other instanceof DateTimeValue || isTime(other) ? (Object) day.seconds() : value;
        }
        return value instanceof DateTimeValue time
                        && (other instanceof DateValue || isTime(other) || other instanceof DateTimeValue)
                ? (Object) time.seconds()
                : value;
    }

    private static Object text(String text, Object other) {
        if (other instanceof Boolean) {
            return !text.isEmpty() && !text.equalsIgnoreCase("false");
        }
        if (Numbers.isNumber(other)) {
            Double number = Numbers.parseFloat(text);
            return number == null ? text : number;
        }
        if (other instanceof DateValue || other instanceof DateTimeValue) {
            Double seconds = TimeText.seconds(text);
            return seconds == null ? text : seconds;
        }
        return text;
    }

    private static boolean isTime(Object other) {
        return other instanceof String text && TimeText.seconds(text) != null;
    }
}
