package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.vm.Failure;
import dev.sightline.observability.hog.vm.Frame;

/** A call that can only fail, after its arguments were evaluated. */
final class FailingCall extends Node {

    private final String message;
    private final Node[] arguments;

    FailingCall(String message, Node... arguments) {
        super(arguments);
        this.message = message;
        this.arguments = arguments;
    }

    @Override
    Object eval(Frame frame) {
        for (Node argument : arguments) {
            argument.eval(frame);
        }
        throw Failure.vm(message);
    }
}
