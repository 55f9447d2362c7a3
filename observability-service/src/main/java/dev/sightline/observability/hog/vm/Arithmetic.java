package dev.sightline.observability.hog.vm;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** The arithmetic operators on values of any type. Executable code calls it where its own fast path ends. */
public enum Arithmetic {
    PLUS("+"),
    MINUS("-"),
    MULTIPLY("*"),
    DIVIDE("/"),
    MOD("%");

    private static final long EXACT = 1L << 53;

    private final String symbol;

    Arithmetic(String symbol) {
        this.symbol = symbol;
    }

    /**
     * The result of the operator.
     *
     * @throws Failure if it is not defined for the operands
     */
    public Object apply(Run run, Object left, Object right) {
        Object a = Values.number(left);
        Object b = Values.number(right);
        if (!(a instanceof Number x) || !(b instanceof Number y)) {
            return Joining.apply(run, this, left, right);
        }
        if (this == DIVIDE) {
            return divide(x, y);
        }
        return Values.isInteger(x) && Values.isInteger(y)
                ? Values.integer(integers(Values.big(x), Values.big(y)))
                : (Object) floats(Numbers.toDouble(x), Numbers.toDouble(y));
    }

    /** What the reference says when the operator does not take operands of such types. */
    Failure unsupported(Object left, Object right) {
        return Failure.type("unsupported operand type(s) for %s: '%s' and '%s'"
                .formatted(symbol, Types.reference(left), Types.reference(right)));
    }

    private BigInteger integers(BigInteger left, BigInteger right) {
        return switch (this) {
            case PLUS -> left.add(right);
            case MINUS -> left.subtract(right);
            case MULTIPLY -> left.multiply(right);
            default -> {
                requireDivisor(right.signum() == 0, "integer modulo by zero");
                yield left.remainder(right);
            }
        };
    }

    /** The result for floats; division by zero is a failure. */
    public double floats(double left, double right) {
        return switch (this) {
            case PLUS -> left + right;
            case MINUS -> left - right;
            case MULTIPLY -> left * right;
            case DIVIDE -> {
                requireDivisor(right == 0, "float division by zero");
                yield left / right;
            }
            case MOD -> {
                requireDivisor(right == 0, "float modulo");
                yield left % right;
            }
        };
    }

    private static double divide(Number left, Number right) {
        if (!Values.isInteger(left) || !Values.isInteger(right)) {
            return DIVIDE.floats(Numbers.toDouble(left), Numbers.toDouble(right));
        }
        requireDivisor(right.equals(0L), "division by zero");
        if (isExact(left) && isExact(right)) {
            return left.doubleValue() / right.doubleValue();
        }
        BigDecimal quotient =
                new BigDecimal(Values.big(left)).divide(new BigDecimal(Values.big(right)), MathContext.DECIMAL128);
        return Numbers.toDouble(finite(quotient));
    }

    private static Number finite(BigDecimal quotient) {
        double result = quotient.doubleValue();
        if (Double.isInfinite(result)) {
            throw Failure.value("integer division result too large for a float");
        }
        return result;
    }

    private static boolean isExact(Number integer) {
        return integer instanceof Long number && Math.abs(number) <= EXACT;
    }

    /** Refuses a divisor of zero. */
    private static void requireDivisor(boolean zero, String message) {
        if (zero) {
            throw new Failure(FailureKind.ZERO_DIVISION, message);
        }
    }
}
