package dev.sightline.observability.hog.vm;

import java.util.Arrays;

/** {@code +} and {@code *} on texts and lists. */
final class Joining {

    private static final int SLOT = 8;

    private Joining() {}

    static Object apply(Run run, Arithmetic operator, Object left, Object right) {
        if (operator == Arithmetic.PLUS) {
            return join(run, left, right);
        }
        if (operator == Arithmetic.MULTIPLY && isSequence(left) && Values.number(right) instanceof Long times) {
            return repeat(run, left, times);
        }
        if (operator == Arithmetic.MULTIPLY && isSequence(right) && Values.number(left) instanceof Long times) {
            return repeat(run, right, times);
        }
        throw operator.unsupported(left, right);
    }

    private static boolean isSequence(Object value) {
        return value instanceof String || value instanceof ListValue;
    }

    private static Object join(Run run, Object left, Object right) {
        if (left instanceof String a && right instanceof String b) {
            run.reserve(SLOT + a.length() + (long) b.length());
            return a + b;
        }
        if (left instanceof ListValue a && right instanceof ListValue b && a.isTuple() == b.isTuple()) {
            run.reserve(SLOT + SLOT * ((long) a.size() + b.size()));
            Object[] items = Arrays.copyOf(a.toArray(), a.size() + b.size());
            System.arraycopy(b.toArray(), 0, items, a.size(), b.size());
            return a.isTuple() ? ListValue.tuple(items) : ListValue.array(items);
        }
        if (isSequence(left)) {
            String type = Types.reference(left);
            throw Failure.type(
                    "can only concatenate %s (not \"%s\") to %s".formatted(type, Types.reference(right), type));
        }
        throw Arithmetic.PLUS.unsupported(left, right);
    }

    private static Object repeat(Run run, Object sequence, long times) {
        long count = Math.max(0, times);
        int length = sequence instanceof String text ? text.length() : ((ListValue) sequence).size();
        long size = length == 0 ? 0 : saturated(count, sequence instanceof String ? length : (long) SLOT * length);
        run.reserve(SLOT + size);
        if (sequence instanceof String text) {
            return length == 0 ? "" : text.repeat((int) count);
        }
        return repeat((ListValue) sequence, length == 0 ? 0 : (int) count);
    }

    private static long saturated(long count, long size) {
        return Math.multiplyHigh(count, size) != 0 || count * size < 0 ? Long.MAX_VALUE / 2 : count * size;
    }

    private static ListValue repeat(ListValue list, int times) {
        Object[] once = list.toArray();
        Object[] items = new Object[once.length * times];
        Arrays.setAll(items, i -> once[i % once.length]);
        return list.isTuple() ? ListValue.tuple(items) : ListValue.array(items);
    }
}
