package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.vm.Frame;

/** An expression whose value is true or false. */
abstract class Condition extends Node {

    Condition(Node... operands) {
        super(operands);
    }

    @Override
    abstract boolean test(Frame frame);

    @Override
    final Object eval(Frame frame) {
        return test(frame);
    }
}
