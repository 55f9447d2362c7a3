package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.vm.Frame;

/** {@code not}. */
final class Negation extends Condition {

    private final Node operand;

    Negation(Node operand) {
        super(operand);
        this.operand = operand;
    }

    @Override
    boolean test(Frame frame) {
        return !operand.test(frame);
    }
}
