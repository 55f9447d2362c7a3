package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.vm.Frame;

/** A comparison. The right operand is evaluated first. */
final class Comparison extends Condition {

    private final Relation relation;
    private final Node right;
    private final Node left;

    Comparison(Relation relation, Node right, Node left) {
        super(right, left);
        this.relation = relation;
        this.right = right;
        this.left = left;
    }

    @Override
    boolean test(Frame frame) {
        Object b = right.eval(frame);
        long bNumber = frame.number;
        Object a = left.eval(frame);
        return test(relation, frame, a, new Operand(b, bNumber));
    }

    private record Operand(Object value, long number) {}

    private static boolean test(Relation relation, Frame frame, Object a, Operand b) {
        if (a == Frame.INTEGER && b.value == Frame.INTEGER) {
            return relation.holds(frame.number, b.number);
        }
        if (a == Frame.FLOAT && b.value == Frame.FLOAT) {
            return relation.holds(Double.longBitsToDouble(frame.number), Double.longBitsToDouble(b.number));
        }
        return relation.holds(frame.run, frame.boxed(a), Frame.boxed(b.value, b.number));
    }

    /** The same comparison, false when either operand is null, if the operands are the given ones. */
    Node nullSafe(Node testedLeft, Node testedRight) {
        boolean same =
                left.isRepeatable() && right.isRepeatable() && left.isSame(testedLeft) && right.isSame(testedRight);
        return same ? new NullSafeComparison(this) : null;
    }

    private static final class NullSafeComparison extends Condition {
        private final Comparison comparison;

        private NullSafeComparison(Comparison comparison) {
            super(comparison);
            this.comparison = comparison;
        }

        @Override
        boolean test(Frame frame) {
            Object b = comparison.right.eval(frame);
            long bNumber = frame.number;
            Object a = comparison.left.eval(frame);
            return a != null && b != null && Comparison.test(comparison.relation, frame, a, new Operand(b, bNumber));
        }
    }
}
