package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.vm.Arithmetic;
import dev.sightline.observability.hog.vm.Frame;

/** Arithmetic on unboxed integers and floats, handing over to {@link Arithmetic} where that is not enough. */
final class Integers {

    private static final long EXACT = 1L << 53;

    private Integers() {}

    /** The operator on two integers. */
    static Object apply(Arithmetic operator, Frame frame, long left, long right) {
        return switch (operator) {
            case PLUS -> plus(frame, left, right);
            case MINUS -> minus(frame, left, right);
            case MULTIPLY -> multiply(frame, left, right);
            case DIVIDE -> divide(frame, left, right);
            case MOD -> mod(frame, left, right);
        };
    }

    private static Object plus(Frame frame, long left, long right) {
        long sum = left + right;
        if (((left ^ sum) & (right ^ sum)) < 0) {
            return large(Arithmetic.PLUS, frame, left, right);
        }
        frame.number = sum;
        return Frame.INTEGER;
    }

    private static Object minus(Frame frame, long left, long right) {
        long difference = left - right;
        if (((left ^ right) & (left ^ difference)) < 0) {
            return large(Arithmetic.MINUS, frame, left, right);
        }
        frame.number = difference;
        return Frame.INTEGER;
    }

    private static Object multiply(Frame frame, long left, long right) {
        long low = left * right;
        if (Math.multiplyHigh(left, right) != low >> 63) {
            return large(Arithmetic.MULTIPLY, frame, left, right);
        }
        frame.number = low;
        return Frame.INTEGER;
    }

    private static Object divide(Frame frame, long left, long right) {
        if (right == 0 || Math.abs(left) > EXACT || Math.abs(right) > EXACT) {
            return large(Arithmetic.DIVIDE, frame, left, right);
        }
        return floating(frame, (double) left / right);
    }

    private static Object mod(Frame frame, long left, long right) {
        if (right == 0) {
            return large(Arithmetic.MOD, frame, left, right);
        }
        frame.number = left % right;
        return Frame.INTEGER;
    }

    private static Object large(Arithmetic operator, Frame frame, long left, long right) {
        return frame.unboxed(operator.apply(frame.run, left, right));
    }

    private static Object floating(Frame frame, double value) {
        frame.number = Double.doubleToRawLongBits(value);
        return Frame.FLOAT;
    }

    /** The operator on a left value just evaluated and a boxed right one. */
    static Object applyOther(Arithmetic operator, Frame frame, Object left, Object right) {
        if (left == Frame.FLOAT && right instanceof Double number) {
            return floating(frame, operator.floats(Double.longBitsToDouble(frame.number), number));
        }
        return frame.unboxed(operator.apply(frame.run, frame.boxed(left), right));
    }
}
