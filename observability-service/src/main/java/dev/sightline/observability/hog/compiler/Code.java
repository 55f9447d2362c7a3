package dev.sightline.observability.hog.compiler;

import java.util.ArrayList;
import java.util.List;

/** Bytecode in the making. */
final class Code {

    private static final int MAX_ITEMS = 300_000;

    private final List<Object> items = new ArrayList<>();

    Code add(Op op, Object... operands) {
        items.add(op.number());
        items.addAll(List.of(operands));
        return this;
    }

    Code item(Object item) {
        items.add(item);
        return this;
    }

    Code append(Code other) {
        if (items.size() + other.items.size() > MAX_ITEMS) {
            throw Fault.inBytecode("The program is too large");
        }
        items.addAll(other.items);
        return this;
    }

    int size() {
        return items.size();
    }

    List<Object> items() {
        return items;
    }
}
