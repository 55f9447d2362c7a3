package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.vm.Frame;
import dev.sightline.observability.hog.vm.ListValue;

/** Makes an array or a tuple. */
final class ListLiteral extends Node {

    private static final long SLOT = 8;

    private final boolean tuple;
    private final Node[] items;

    ListLiteral(boolean tuple, Node... items) {
        super(items);
        this.tuple = tuple;
        this.items = items;
    }

    @Override
    Object eval(Frame frame) {
        Object[] values = boxed(items, frame);
        frame.run.reserve(SLOT * (values.length + 1L));
        return tuple ? ListValue.tuple(values) : ListValue.array(values);
    }

    @Override
    boolean isFresh() {
        return true;
    }
}
