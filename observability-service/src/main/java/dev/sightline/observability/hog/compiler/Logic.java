package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.vm.Frame;

/** {@code and} and {@code or}: every operand is evaluated, whatever the ones before it were. */
final class Logic extends Condition {

    private final boolean conjunction;
    private final Node[] operands;

    Logic(boolean conjunction, Node... operands) {
        super(operands);
        this.conjunction = conjunction;
        this.operands = operands;
    }

    boolean isConjunction() {
        return conjunction;
    }

    Node[] operands() {
        return operands;
    }

    @Override
    boolean test(Frame frame) {
        boolean result = conjunction;
        for (Node operand : operands) {
            boolean value = operand.test(frame);
            result = conjunction ? result & value : result | value;
        }
        return result;
    }
}
