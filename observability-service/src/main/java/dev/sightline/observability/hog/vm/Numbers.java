package dev.sightline.observability.hog.vm;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** Numbers of both types together, and their text. */
public final class Numbers {

    private static final long EXACT = 1L << 53;
    private static final Pattern FLOAT = Pattern.compile(
            "[+-]?(?:(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?|inf|infinity|nan)", Pattern.CASE_INSENSITIVE);
    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d+");
    private static final int MAX_DIGITS = 4300;

    private Numbers() {}

    public static boolean isNumber(Object value) {
        return value instanceof Number;
    }

    /** Whether the value counts as a number in plain comparisons: booleans do, as 1 and 0. */
    static boolean isNumeric(Object value) {
        return value instanceof Number || value instanceof Boolean;
    }

    static boolean equal(Object left, Object right) {
        return !isNaN(left) && !isNaN(right) && compare(Values.number(left), Values.number(right)) == 0;
    }

    static boolean isNaN(Object value) {
        return value instanceof Double number && number.isNaN();
    }

    /** The exact order of two numbers, neither of which is NaN. */
    public static int compare(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            return Long.compare(a, b);
        }
        if (fitsDouble(left) && fitsDouble(right)) {
            return compare(((Number) left).doubleValue(), ((Number) right).doubleValue());
        }
        return exact(left).compareTo(exact(right));
    }

    private static int compare(double left, double right) {
        return left == right ? 0 : Double.compare(left, right);
    }

    private static boolean fitsDouble(Object number) {
        return number instanceof Double || number instanceof Long integer && Math.abs(integer) <= EXACT;
    }

    private static BigDecimal exact(Object number) {
        if (number instanceof Double d) {
            return d.isInfinite() ? BigDecimal.valueOf(d > 0 ? 1 : -1).scaleByPowerOfTen(100_000) : new BigDecimal(d);
        }
        return new BigDecimal(Values.big(number));
    }

    /**
     * The number as a float.
     *
     * @throws Failure if it is an integer beyond the floats
     */
    public static double toDouble(Object number) {
        double result = ((Number) number).doubleValue();
        if (number instanceof BigInteger && Double.isInfinite(result)) {
            throw Failure.value("int too large to convert to float");
        }
        return result;
    }

    /** The float a text stands for, null if it stands for none. Spaces around it are allowed. */
    public static Double parseFloat(String text) {
        String number = strip(text);
        if (!FLOAT.matcher(number).matches()) {
            return null;
        }
        return switch (number.toLowerCase(java.util.Locale.ROOT).replaceFirst("^[+-]", "")) {
            case "inf", "infinity" -> number.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
            case "nan" -> Double.NaN;
            default -> Double.parseDouble(number);
        };
    }

    /** The integer a text stands for, null if it stands for none. Spaces around it are allowed. */
    public static Object parseInteger(String text) {
        String number = strip(text);
        return INTEGER.matcher(number).matches() ? Values.integer(new BigInteger(number)) : null;
    }

    private static String strip(String text) {
        String stripped = text.strip();
        return stripped.length() > MAX_DIGITS ? "" : stripped;
    }

    /**
     * The shortest text that reads back to the same float, in the reference's form: {@code 4.0}, {@code 1e-05},
     * {@code 1e+16}.
     */
    public static String text(double number) {
        if (Double.isNaN(number)) {
            return "nan";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "inf" : "-inf";
        }
        return FloatText.of(number);
    }
}
