package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.vm.Frame;

/** A value unless it is null, else another. */
final class Fallback extends Node {

    private final Node value;
    private final Node otherwise;

    Fallback(Node value, Node otherwise) {
        super(value, otherwise);
        this.value = value;
        this.otherwise = otherwise;
    }

    @Override
    Object eval(Frame frame) {
        Object given = value.eval(frame);
        return given == null ? otherwise.eval(frame) : given;
    }

    @Override
    boolean isFresh() {
        return value.isFresh() || otherwise.isFresh();
    }
}
