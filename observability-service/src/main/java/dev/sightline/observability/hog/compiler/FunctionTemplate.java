package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.vm.Body;
import dev.sightline.observability.hog.vm.Frame;

/** The code of a function on the stack, before CLOSURE makes a function of it. */
final class FunctionTemplate extends Node {

    private final Body body;
    private final int captures;

    FunctionTemplate(Body body, int captures) {
        this.body = body;
        this.captures = captures;
    }

    Body body() {
        return body;
    }

    int captures() {
        return captures;
    }

    @Override
    Object eval(Frame frame) {
        return new MakeClosure(body).eval(frame);
    }
}
