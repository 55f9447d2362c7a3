package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.vm.Frame;
import dev.sightline.observability.hog.vm.ObjectValue;

/** Makes an object from keys and values in turn. */
final class ObjectLiteral extends Node {

    private static final long SLOT = 8;

    private final Node[] entries;

    ObjectLiteral(Node... entries) {
        super(entries);
        this.entries = entries;
    }

    @Override
    Object eval(Frame frame) {
        Object[] values = boxed(entries, frame);
        frame.run.reserve(SLOT * (values.length + 1L));
        ObjectValue object = new ObjectValue();
        for (int i = 0; i < values.length; i += 2) {
            object.put(values[i], values[i + 1]);
        }
        return object;
    }

    @Override
    boolean isFresh() {
        return true;
    }
}
