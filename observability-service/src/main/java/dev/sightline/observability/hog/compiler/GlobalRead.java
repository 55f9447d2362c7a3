package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.vm.Builtin;
import dev.sightline.observability.hog.vm.Frame;
import java.util.Arrays;

/** Reads a global variable and properties down from it, or names a library function. */
final class GlobalRead extends Node {

    private final Object[] chain;
    private final Builtin function;

    /** @param function what the name stands for if the host gave no such variable, or null */
    GlobalRead(Object[] chain, Builtin function) {
        this.chain = chain;
        this.function = function;
    }

    @Override
    Object eval(Frame frame) {
        return function == null || frame.run.hasGlobal(chain[0]) ? frame.unboxed(frame.run.global(chain)) : function;
    }

    @Override
    boolean isRepeatable() {
        return true;
    }

    @Override
    boolean isSame(Node other) {
        return other instanceof GlobalRead read && Arrays.equals(chain, read.chain);
    }
}
