package dev.sightline.observability.hog.vm;

import java.math.BigDecimal;
import java.math.MathContext;

/** Prints a finite float with as few digits as read back to it. */
final class FloatText {

    private static final double WHOLE = 1e15;
    private static final int MAX_DIGITS = 17;
    private static final int MIN_EXPONENT = -4;
    private static final int MAX_EXPONENT = 16;

    private FloatText() {}

    static String of(double number) {
        if (number == Math.rint(number) && Math.abs(number) < WHOLE) {
            return (number == 0 && 1 / number < 0 ? "-0" : Long.toString((long) number)) + ".0";
        }
        BigDecimal shortest = shortest(number);
        int exponent = shortest.precision() - shortest.scale() - 1;
        return exponent < MIN_EXPONENT || exponent >= MAX_EXPONENT
                ? scientific(shortest, exponent)
                : plain(shortest.toPlainString());
    }

    /** Java 17 prints some floats with a digit too many, so its text is only where the search starts. */
    private static BigDecimal shortest(double number) {
        BigDecimal printed = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        BigDecimal exact = new BigDecimal(number);
        for (int digits = Math.max(1, printed.precision() - 2); digits <= MAX_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits));
            if (rounded.doubleValue() == number) {
                return rounded.stripTrailingZeros();
            }
        }
        return printed;
    }

    private static String plain(String digits) {
        return digits.indexOf('.') < 0 ? digits + ".0" : digits;
    }

    private static String scientific(BigDecimal number, int exponent) {
        String digits = number.unscaledValue().abs().toString();
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return (number.signum() < 0 ? "-" : "")
                + mantissa
                + "e%s%02d".formatted(exponent < 0 ? "-" : "+", Math.abs(exponent));
    }
}
