package dev.sightline.observability.hog.library;

import dev.sightline.observability.hog.vm.Failure;
import dev.sightline.observability.hog.vm.FunctionValue;
import dev.sightline.observability.hog.vm.ListValue;
import dev.sightline.observability.hog.vm.Numbers;
import dev.sightline.observability.hog.vm.Types;
import dev.sightline.observability.hog.vm.Values;

/** Arguments as the types functions need. */
final class Arguments {

    private Arguments() {}

    /** @throws Failure if the value is no text */
    static String text(Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw Failure.type("expected a string, got " + Types.reference(value));
    }

    /** @throws Failure if the value is no number */
    static double number(Object value) {
        Object number = Values.number(value);
        if (Numbers.isNumber(number)) {
            return Numbers.toDouble(number);
        }
        throw Failure.type("expected a number, got " + Types.reference(value));
    }

    /** @throws Failure if the value is no integer that fits; floats are cut */
    static long integer(Object value) {
        Object number = Values.number(value);
        if (number instanceof Long integer) {
            return integer;
        }
        if (number instanceof Double floating && !floating.isNaN() && Math.abs(floating) < Long.MAX_VALUE) {
            return floating.longValue();
        }
        throw Failure.type("expected an integer, got " + Types.reference(value));
    }

    /** @throws Failure if the value can not be called */
    static FunctionValue function(Object value) {
        if (value instanceof FunctionValue function) {
            return function;
        }
        throw Failure.vm("Invalid closure: " + dev.sightline.observability.hog.vm.Printer.brief(value));
    }

    /** The elements of an array or tuple, null if the value is neither. */
    static ListValue list(Object value) {
        return value instanceof ListValue list ? list : null;
    }

    /** The argument at a position, null if it was not given. */
    static Object optional(Object[] arguments, int position) {
        return position < arguments.length ? arguments[position] : null;
    }
}
