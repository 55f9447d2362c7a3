package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.vm.Arithmetic;
import dev.sightline.observability.hog.vm.Frame;

/** An arithmetic operator between a slot and an integer known at compile time. */
final class CalculationOnLocal extends Node {

    private final Arithmetic operator;
    private final long right;
    private final int left;

    CalculationOnLocal(Arithmetic operator, long right, int left) {
        this.operator = operator;
        this.right = right;
        this.left = left;
    }

    @Override
    Object eval(Frame frame) {
        Object value = frame.values[left];
        frame.number = frame.numbers[left];
        return value == Frame.INTEGER
                ? Integers.apply(operator, frame, frame.number, right)
                : Integers.applyOther(operator, frame, value, right);
    }

    @Override
    boolean isFresh() {
        return operator == Arithmetic.MULTIPLY;
    }
}
