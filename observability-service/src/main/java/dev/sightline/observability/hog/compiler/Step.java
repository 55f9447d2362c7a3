package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.vm.Access;
import dev.sightline.observability.hog.vm.Cell;
import dev.sightline.observability.hog.vm.Frame;

/** Something done for its effect. */
abstract class Step {

    abstract void run(Frame frame);

    /** Puts a value into a slot, whatever was there. */
    static final class Store extends Step {
        private final int slot;
        private final Node value;

        Store(int slot, Node value) {
            this.slot = slot;
            this.value = value;
        }

        @Override
        void run(Frame frame) {
            frame.values[slot] = value.eval(frame);
            frame.numbers[slot] = frame.number;
        }
    }

    /** Puts a function that takes its own variable along into that variable, a new one. */
    static final class StoreRecursive extends Step {
        private final int slot;
        private final MakeClosure closure;

        StoreRecursive(int slot, MakeClosure closure) {
            this.slot = slot;
            this.closure = closure;
        }

        @Override
        void run(Frame frame) {
            Cell own = new Cell(null);
            frame.values[slot] = own;
            own.set(closure.eval(frame));
        }
    }

    /** Assigns to a variable that some function may have taken along. */
    static final class AssignShared extends Step {
        private final int slot;
        private final Node value;

        AssignShared(int slot, Node value) {
            this.slot = slot;
            this.value = value;
        }

        @Override
        void run(Frame frame) {
            Object assigned = value.eval(frame);
            if (frame.values[slot] instanceof Cell cell) {
                cell.set(frame.boxed(assigned));
            } else {
                frame.values[slot] = assigned;
                frame.numbers[slot] = frame.number;
            }
        }
    }

    /** Assigns to a variable that the function took along. */
    static final class AssignCaptured extends Step {
        private final int index;
        private final Node value;

        AssignCaptured(int index, Node value) {
            this.index = index;
            this.value = value;
        }

        @Override
        void run(Frame frame) {
            frame.closure.captured()[index].set(value.boxed(frame));
        }
    }

    /** Puts a value into a container. */
    static final class AssignProperty extends Step {
        private final Node container;
        private final Node key;
        private final Node value;

        AssignProperty(Node container, Node key, Node value) {
            this.container = container;
            this.key = key;
            this.value = value;
        }

        @Override
        void run(Frame frame) {
            Object base = container.boxed(frame);
            Object at = key.boxed(frame);
            Access.set(frame.run, base, at, value.boxed(frame));
        }
    }

    /** Evaluates something and drops it. */
    static final class Evaluate extends Step {
        private final Node expression;

        Evaluate(Node expression) {
            this.expression = expression;
        }

        @Override
        void run(Frame frame) {
            expression.eval(frame);
        }
    }

    /** Empties a slot. */
    static final class Clear extends Step {
        private final int slot;

        Clear(int slot) {
            this.slot = slot;
        }

        @Override
        void run(Frame frame) {
            frame.values[slot] = null;
        }
    }
}
