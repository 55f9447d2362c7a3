package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.vm.Frame;
import dev.sightline.observability.hog.vm.Values;

/** An expression in executable form. */
abstract class Node {

    private final int height;
    private final boolean busy;

    Node(Node... operands) {
        int highest = 0;
        boolean anyBusy = false;
        for (Node operand : operands) {
            highest = Math.max(highest, operand.height);
            anyBusy |= operand.busy || operand.isFresh();
        }
        this.height = highest + 1;
        this.busy = anyBusy;
    }

    /** Evaluates it; numbers come back as {@link Frame} says. */
    abstract Object eval(Frame frame);

    /** Evaluates it as a condition. */
    boolean test(Frame frame) {
        Object value = eval(frame);
        if (value instanceof Boolean flag) {
            return flag;
        }
        if (value == Frame.INTEGER) {
            return frame.number != 0;
        }
        return Values.isTrue(frame.boxed(value));
    }

    /** Evaluates it to a boxed value. */
    final Object boxed(Frame frame) {
        return frame.boxed(eval(frame));
    }

    /** Whether its value may be a text or container that only the evaluator holds. */
    boolean isFresh() {
        return false;
    }

    /** Whether values may be made while it is evaluated. */
    final boolean isBusy() {
        return busy || isFresh();
    }

    /** Whether evaluating it again gives the same and changes nothing. */
    boolean isRepeatable() {
        return false;
    }

    /** Whether the other, too, is repeatable and gives the same. */
    boolean isSame(Node other) {
        return false;
    }

    final int height() {
        return height;
    }

    /** Evaluates several to boxed values. */
    static Object[] boxed(Node[] nodes, Frame frame) {
        Object[] values = new Object[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            values[i] = nodes[i].boxed(frame);
        }
        return values;
    }
}
