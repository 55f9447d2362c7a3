package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.vm.Frame;

/** Reads a slot that no function takes along. */
final class Local extends Node {

    private final int slot;

    Local(int slot) {
        this.slot = slot;
    }

    int slot() {
        return slot;
    }

    @Override
    Object eval(Frame frame) {
        frame.number = frame.numbers[slot];
        return frame.values[slot];
    }

    @Override
    boolean isRepeatable() {
        return true;
    }

    @Override
    boolean isSame(Node other) {
        return other instanceof Local local && slot == local.slot;
    }
}
