package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.vm.Access;
import dev.sightline.observability.hog.vm.Frame;

/** Reads what is at a key of a value. */
final class Property extends Node {

    private final Node base;
    private final Node key;

    Property(Node base, Node key) {
        super(base, key);
        this.base = base;
        this.key = key;
    }

    @Override
    Object eval(Frame frame) {
        Object container = base.eval(frame);
        long number = frame.number;
        Object position = key.eval(frame);
        Object value = position == Frame.INTEGER
                ? Access.at(Frame.boxed(container, number), frame.number)
                : Access.get(Frame.boxed(container, number), frame.boxed(position));
        return frame.unboxed(value);
    }

    @Override
    boolean isFresh() {
        return base.isFresh();
    }

    @Override
    boolean isRepeatable() {
        return base.isRepeatable() && key.isRepeatable();
    }

    @Override
    boolean isSame(Node other) {
        return other instanceof Property property && base.isSame(property.base) && key.isSame(property.key);
    }
}
