package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.vm.Arithmetic;
import dev.sightline.observability.hog.vm.Frame;

/** An arithmetic operator. The right operand is evaluated first. */
final class Calculation extends Node {

    private final Arithmetic operator;
    private final Node right;
    private final Node left;

    Calculation(Arithmetic operator, Node right, Node left) {
        super(right, left);
        this.operator = operator;
        this.right = right;
        this.left = left;
    }

    @Override
    Object eval(Frame frame) {
        Object b = right.eval(frame);
        long bNumber = frame.number;
        Object a = left.eval(frame);
        return a == Frame.INTEGER && b == Frame.INTEGER
                ? Integers.apply(operator, frame, frame.number, bNumber)
                : Integers.applyOther(operator, frame, a, Frame.boxed(b, bNumber));
    }

    @Override
    boolean isFresh() {
        return operator == Arithmetic.PLUS || operator == Arithmetic.MULTIPLY;
    }
}
