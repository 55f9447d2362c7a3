package dev.sightline.observability.hog.vm;

import java.util.Map;
import java.util.Objects;

/** When two values are equal: plainly, or after {@link Unification} as {@code ==} does. */
public final class Equality {

    private static final int MAX_DEPTH = 400;

    private final Run run;
    private int depth;

    private Equality(Run run) {
        this.run = run;
    }

    /** What {@code ==} answers. */
    public static boolean equal(Run run, Object left, Object right) {
        if (left == right || left == null || right == null) {
            return left == right && !(left instanceof Double number && number.isNaN());
        }
        if (left.getClass() == right.getClass() && left.getClass() == String.class) {
            return left.equals(right);
        }
        return same(run, Unification.of(left, right), Unification.of(right, left));
    }

    /** Whether the values are the same without any conversion, as {@code in} and {@code has} ask. */
    public static boolean same(Run run, Object left, Object right) {
        return new Equality(run).same(left, right);
    }

    private boolean same(Object left, Object right) {
        if (left instanceof ListValue a && right instanceof ListValue b) {
            return a == b || a.isTuple() == b.isTuple() && items(a.peek(), b.peek());
        }
        if (left instanceof ObjectValue a && right instanceof ObjectValue b) {
            return a == b || entries(a.peek(), b.peek());
        }
        if (Numbers.isNumeric(left) && Numbers.isNumeric(right)) {
            return Numbers.equal(left, right);
        }
        return Objects.equals(left, right);
    }

    private boolean items(Object[] left, Object[] right) {
        if (left.length != right.length) {
            return false;
        }
        descend(left.length);
        boolean equal = true;
        for (int i = 0; equal && i < left.length; i++) {
            equal = same(left[i], right[i]);
        }
        depth--;
        return equal;
    }

    private boolean entries(Map<Object, Object> left, Map<Object, Object> right) {
        if (left.size() != right.size()) {
            return false;
        }
        descend(left.size());
        boolean equal = left.entrySet().stream()
                .allMatch(e -> right.containsKey(e.getKey()) && same(e.getValue(), right.get(e.getKey())));
        depth--;
        return equal;
    }

    private void descend(int size) {
        if (++depth > MAX_DEPTH) {
            throw Failure.value("Values are nested too deeply to compare");
        }
        run.work(size + 1L);
    }
}
