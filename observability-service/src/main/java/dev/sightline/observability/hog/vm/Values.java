package dev.sightline.observability.hog.vm;

import java.math.BigInteger;

/** What holds for values of every type. */
public final class Values {

    private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);
    private static final int MAX_BITS = 1 << 18;

    private Values() {}

    /** Whether a condition takes the value for true: everything but false, null, zero and what is empty. */
    public static boolean isTrue(Object value) {
        if (value instanceof Boolean flag) {
            return flag;
        }
        if (value instanceof String text) {
            return !text.isEmpty();
        }
        return value != null && isTrueNumberOrContainer(value);
    }

    private static boolean isTrueNumberOrContainer(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue() != 0;
        }
        if (value instanceof ListValue list) {
            return list.size() > 0;
        }
        return !(value instanceof ObjectValue object) || object.size() > 0;
    }

    /** Whether values can be put into the value. */
    public static boolean isContainer(Object value) {
        return value instanceof ListValue || value instanceof ObjectValue;
    }

    /** A value that can be changed without changing the given one. Costs nothing until it is. */
    static Object borrow(Run run, Object value) {
        if (value instanceof ListValue list) {
            return list.borrow(run);
        }
        return value instanceof ObjectValue object ? object.borrow(run) : value;
    }

    /** The value of an integer of any size: a {@link Long} where one suffices. */
    public static Object integer(BigInteger number) {
        if (number.compareTo(MIN) >= 0 && number.compareTo(MAX) <= 0) {
            return number.longValue();
        }
        if (number.bitLength() > MAX_BITS) {
            throw Failure.value("Integer is too large");
        }
        return number;
    }

    /** Whether the value is an integer of any size. */
    public static boolean isInteger(Object value) {
        return value instanceof Long || value instanceof BigInteger;
    }

    /** The number as an integer of arbitrary size. */
    public static BigInteger big(Object integer) {
        return integer instanceof BigInteger big ? big : BigInteger.valueOf((Long) integer);
    }

    /** A boolean as the number it counts as in arithmetic; anything else unchanged. */
    public static Object number(Object value) {
        return value instanceof Boolean flag ? (Object) (flag ? 1L : 0L) : value;
    }
}
