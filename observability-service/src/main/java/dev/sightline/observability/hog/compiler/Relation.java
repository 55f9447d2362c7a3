package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.vm.Equality;
import dev.sightline.observability.hog.vm.Ordering;
import dev.sightline.observability.hog.vm.Run;

/** The comparison operators. */
enum Relation {
    EQUAL("="),
    NOT_EQUAL("!="),
    GREATER(">"),
    GREATER_EQUAL(">="),
    LESS("<"),
    LESS_EQUAL("<=");

    private final String symbol;

    Relation(String symbol) {
        this.symbol = symbol;
    }

    boolean holds(long left, long right) {
        return switch (this) {
            case EQUAL -> left == right;
            case NOT_EQUAL -> left != right;
            case GREATER -> left > right;
            case GREATER_EQUAL -> left >= right;
            case LESS -> left < right;
            case LESS_EQUAL -> left <= right;
        };
    }

    boolean holds(double left, double right) {
        return switch (this) {
            case EQUAL -> left == right;
            case NOT_EQUAL -> left != right;
            case GREATER -> left > right;
            case GREATER_EQUAL -> left >= right;
            case LESS -> left < right;
            case LESS_EQUAL -> left <= right;
        };
    }

    boolean holds(Run run, Object left, Object right) {
        if (this == EQUAL || this == NOT_EQUAL) {
            return Equality.equal(run, left, right) == (this == EQUAL);
        }
        int order = Ordering.compare(run, symbol, left, right);
        return order != Ordering.UNORDERED && holds(order, 0L);
    }
}
