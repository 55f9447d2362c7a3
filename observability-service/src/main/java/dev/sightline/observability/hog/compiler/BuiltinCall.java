package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.vm.Builtin;
import dev.sightline.observability.hog.vm.Frame;

/** Calls a function of the library. */
final class BuiltinCall extends Node {

    private final Builtin function;
    private final Node[] arguments;

    BuiltinCall(Builtin function, Node... arguments) {
        super(arguments);
        this.function = function;
        this.arguments = arguments;
    }

    @Override
    Object eval(Frame frame) {
        return frame.unboxed(function.call(frame.run, boxed(arguments, frame)));
    }

    @Override
    boolean isFresh() {
        return true;
    }
}
