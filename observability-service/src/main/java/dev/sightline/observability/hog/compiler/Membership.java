package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.vm.Frame;
import dev.sightline.observability.hog.vm.TextMatch;

/** {@code in}. The container is evaluated first. */
final class Membership extends Condition {

    private final Node container;
    private final Node item;

    Membership(Node container, Node item) {
        super(container, item);
        this.container = container;
        this.item = item;
    }

    @Override
    boolean test(Frame frame) {
        Object holder = container.boxed(frame);
        return TextMatch.isIn(frame.run, item.boxed(frame), holder);
    }
}
