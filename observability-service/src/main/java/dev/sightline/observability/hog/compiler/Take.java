package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.vm.Cell;
import dev.sightline.observability.hog.vm.Frame;

/** Takes a waiting value out of its slot. */
final class Take extends Node {

    private final int slot;

    Take(int slot) {
        this.slot = slot;
    }

    @Override
    Object eval(Frame frame) {
        Object value = frame.values[slot];
        frame.values[slot] = null;
        if (value instanceof Cell cell) {
            return frame.unboxed(cell.value());
        }
        frame.number = frame.numbers[slot];
        return value;
    }

    @Override
    boolean isFresh() {
        return true;
    }
}
