package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.vm.Frame;

/** Whether a value is null. */
final class NullTest extends Condition {

    private final Node operand;

    NullTest(Node operand) {
        super(operand);
        this.operand = operand;
    }

    Node operand() {
        return operand;
    }

    @Override
    boolean test(Frame frame) {
        return operand.eval(frame) == null;
    }
}
