package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.vm.Arithmetic;
import dev.sightline.observability.hog.vm.Frame;

/** An arithmetic operator between two slots. */
final class CalculationOnLocals extends Node {

    private final Arithmetic operator;
    private final int right;
    private final int left;

    CalculationOnLocals(Arithmetic operator, int right, int left) {
        this.operator = operator;
        this.right = right;
        this.left = left;
    }

    @Override
    Object eval(Frame frame) {
        Object a = frame.values[left];
        Object b = frame.values[right];
        frame.number = frame.numbers[left];
        return a == Frame.INTEGER && b == Frame.INTEGER
                ? Integers.apply(operator, frame, frame.number, frame.numbers[right])
                : Integers.applyOther(operator, frame, a, Frame.boxed(b, frame.numbers[right]));
    }

    @Override
    boolean isFresh() {
        return operator == Arithmetic.PLUS || operator == Arithmetic.MULTIPLY;
    }
}
