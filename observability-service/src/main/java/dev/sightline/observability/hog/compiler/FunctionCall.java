package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.vm.Closure;
import dev.sightline.observability.hog.vm.Failure;
import dev.sightline.observability.hog.vm.Frame;
import dev.sightline.observability.hog.vm.FunctionValue;
import dev.sightline.observability.hog.vm.Printer;
import java.util.Arrays;

/** Calls a value. Arguments are evaluated first, then what is called. */
final class FunctionCall extends Node {

    private final Node[] arguments;
    private final Node callee;

    FunctionCall(Node callee, Node... arguments) {
        super(operands(callee, arguments));
        this.arguments = arguments;
        this.callee = callee;
    }

    private static Node[] operands(Node callee, Node[] arguments) {
        Node[] operands = Arrays.copyOf(arguments, arguments.length + 1);
        operands[arguments.length] = callee;
        return operands;
    }

    @Override
    Object eval(Frame frame) {
        if (callee.isRepeatable()
                && callee.eval(frame) instanceof Closure closure
                && arguments.length <= closure.body().arity()) {
            return call(closure, frame);
        }
        return call(boxed(arguments, frame), frame);
    }

    /** Puts the arguments where they will be needed, unless evaluating them changes what is called. */
    private Object call(Closure expected, Frame frame) {
        Frame inner = new Frame(frame.run, expected, frame);
        for (int i = 0; i < arguments.length; i++) {
            inner.values[i] = arguments[i].eval(frame);
            inner.numbers[i] = frame.number;
        }
        if (callee.eval(frame) != expected) {
            return call(inner.arguments(arguments.length), frame);
        }
        Object value = inner.enter();
        frame.number = inner.number;
        return value;
    }

    private Object call(Object[] values, Frame frame) {
        Object called = callee.boxed(frame);
        if (called instanceof FunctionValue function) {
            return frame.unboxed(function.call(frame.run, values));
        }
        throw Failure.vm("Invalid closure: " + Printer.brief(called));
    }

    @Override
    boolean isFresh() {
        return true;
    }
}
