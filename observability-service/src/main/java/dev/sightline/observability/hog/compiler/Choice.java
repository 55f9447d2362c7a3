package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.vm.Frame;

/** One expression or the other, by a condition. */
final class Choice extends Node {

    private final Node condition;
    private final Node then;
    private final Node otherwise;

    private Choice(Node condition, Node then, Node otherwise) {
        super(condition, then, otherwise);
        this.condition = condition;
        this.then = then;
        this.otherwise = otherwise;
    }

    /** The choice, or the null-safe comparison it spells out. */
    static Node of(Node condition, Node then, Node otherwise) {
        Node nullSafe = condition instanceof Logic tests
                        && !tests.isConjunction()
                        && tests.operands().length == 2
                        && Constant.FALSE.isSame(then)
                        && otherwise instanceof Comparison comparison
                ? nullSafe(tests.operands(), comparison)
                : null;
        return nullSafe == null ? new Choice(condition, then, otherwise) : nullSafe;
    }

    private static Node nullSafe(Node[] tests, Comparison comparison) {
        return tests[0] instanceof NullTest left && tests[1] instanceof NullTest right
                ? comparison.nullSafe(left.operand(), right.operand())
                : null;
    }

    @Override
    Object eval(Frame frame) {
        return condition.test(frame) ? then.eval(frame) : otherwise.eval(frame);
    }

    @Override
    boolean test(Frame frame) {
        return condition.test(frame) ? then.test(frame) : otherwise.test(frame);
    }

    @Override
    boolean isFresh() {
        return then.isFresh() || otherwise.isFresh();
    }
}
