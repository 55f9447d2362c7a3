package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.vm.Cell;
import dev.sightline.observability.hog.vm.Frame;

/** Reads a slot that some function may have taken along. */
final class SharedLocal extends Node {

    private final int slot;

    SharedLocal(int slot) {
        this.slot = slot;
    }

    @Override
    Object eval(Frame frame) {
        Object value = frame.values[slot];
        if (value instanceof Cell cell) {
            return frame.unboxed(cell.value());
        }
        frame.number = frame.numbers[slot];
        return value;
    }

    @Override
    boolean isRepeatable() {
        return true;
    }

    @Override
    boolean isSame(Node other) {
        return other instanceof SharedLocal local && slot == local.slot;
    }
}
