package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.vm.Frame;

/** Reads a variable that the function took along. */
final class Captured extends Node {

    private final int index;

    Captured(int index) {
        this.index = index;
    }

    @Override
    Object eval(Frame frame) {
        return frame.unboxed(frame.closure.captured()[index].value());
    }

    @Override
    boolean isRepeatable() {
        return true;
    }

    @Override
    boolean isSame(Node other) {
        return other instanceof Captured captured && index == captured.index;
    }
}
