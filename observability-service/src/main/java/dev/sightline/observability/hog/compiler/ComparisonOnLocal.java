package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.vm.Frame;

/** A comparison of a slot with an integer known at compile time. */
final class ComparisonOnLocal extends Condition {

    private final Relation relation;
    private final long right;
    private final int left;

    ComparisonOnLocal(Relation relation, long right, int left) {
        this.relation = relation;
        this.right = right;
        this.left = left;
    }

    @Override
    boolean test(Frame frame) {
        Object value = frame.values[left];
        long number = frame.numbers[left];
        return value == Frame.INTEGER
                ? relation.holds(number, right)
                : relation.holds(frame.run, Frame.boxed(value, number), right);
    }
}
