package dev.sightline.observability.hog.library;

import dev.sightline.observability.hog.vm.Builtin;
import dev.sightline.observability.hog.vm.DateTimeValue;
import dev.sightline.observability.hog.vm.DateValue;
import dev.sightline.observability.hog.vm.Failure;
import dev.sightline.observability.hog.vm.Numbers;
import dev.sightline.observability.hog.vm.Printer;
import dev.sightline.observability.hog.vm.Run;
import dev.sightline.observability.hog.vm.Types;
import dev.sightline.observability.hog.vm.Values;
import java.math.BigDecimal;

/** Values of one type made from values of another. */
final class Conversions {

    private Conversions() {}

    static void register(Registry library) {
        library.add("concat", 1, Builtin.UNBOUNDED, Conversions::concat)
                .add("toString", 1, 2, (run, a) -> Printer.plain(run, a[0]))
                .add("toUUID", 1, (run, a) -> Printer.plain(run, a[0]))
                .add("toInt", 1, (run, a) -> toInt(a[0]))
                .add("toFloat", 1, (run, a) -> toFloat(a[0]));
    }

    private static String concat(Run run, Object[] arguments) {
        String[] parts = new String[arguments.length];
        long length = 0;
        for (int i = 0; i < parts.length; i++) {
            parts[i] = part(run, arguments[i]);
            length += parts[i].length();
        }
        run.reserveResult(length + Long.BYTES);
        return parts.length == 2 ? parts[0].concat(parts[1]) : String.join("", parts);
    }

    /** The text of a value in a sequence of texts, where null is nothing. */
    static String part(Run run, Object value) {
        return value == null ? "" : Printer.plain(run, value);
    }

    static Object toInt(Object value) {
        if (value instanceof String text) {
            return Numbers.parseInteger(text);
        }
        if (value instanceof DateValue date) {
            return date.day().toEpochDay();
        }
        if (value instanceof DateTimeValue time) {
            return (long) Math.floor(time.seconds());
        }
        return value instanceof Double number ? cut(number) : whole(value, "int()");
    }

    private static Object cut(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw Failure.value("cannot convert float to integer");
        }
        return Math.abs(number) < Long.MAX_VALUE
                ? (Object) (long) number
                : Values.integer(new BigDecimal(number).toBigInteger());
    }

    private static Object whole(Object value, String function) {
        Object number = Values.number(value);
        if (number == null || Values.isInteger(number)) {
            return number;
        }
        throw Failure.type(function + " argument must be a string or a number, not '" + Types.reference(value) + "'");
    }

    static Object toFloat(Object value) {
        if (value instanceof String text) {
            return Numbers.parseFloat(text);
        }
        if (value instanceof DateValue date) {
            return (double) date.day().toEpochDay();
        }
        if (value instanceof DateTimeValue time) {
            return time.seconds();
        }
        Object number = value instanceof Double ? value : whole(value, "float()");
        return number == null ? null : (Object) Numbers.toDouble(number);
    }
}
