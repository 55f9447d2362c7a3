package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.vm.Frame;

/** Shows an operand to the accounting, in a slot, while the operands after it are evaluated. */
final class Stash extends Node {

    private final int slot;
    private final Node operand;

    Stash(int slot, Node operand) {
        super(operand);
        this.slot = slot;
        this.operand = operand;
    }

    @Override
    Object eval(Frame frame) {
        Object value = operand.eval(frame);
        frame.values[slot] = value;
        return value;
    }

    @Override
    boolean isFresh() {
        return operand.isFresh();
    }

    /** Empties the slots when the operation on the operands is done. */
    static final class Done extends Node {
        private final int first;
        private final int end;
        private final Node operation;

        Done(int first, int end, Node operation) {
            super(operation);
            this.first = first;
            this.end = end;
            this.operation = operation;
        }

        @Override
        Object eval(Frame frame) {
            Object value = operation.eval(frame);
            for (int i = first; i < end; i++) {
                frame.values[i] = null;
            }
            return value;
        }

        @Override
        boolean isFresh() {
            return operation.isFresh();
        }
    }
}
