package dev.sightline.observability.hog.library;

import dev.sightline.observability.hog.vm.Arithmetic;
import dev.sightline.observability.hog.vm.Builtin;
import dev.sightline.observability.hog.vm.Equality;
import dev.sightline.observability.hog.vm.Failure;
import dev.sightline.observability.hog.vm.ListValue;
import dev.sightline.observability.hog.vm.Ordering;
import dev.sightline.observability.hog.vm.Run;
import dev.sightline.observability.hog.vm.TextMatch;
import dev.sightline.observability.hog.vm.Values;
import java.util.Arrays;
import java.util.Objects;

/** Operators as functions, and tests for null. Functions take their arguments evaluated, so nothing here is lazy. */
final class Logic {

    private Logic() {}

    static void register(Registry library) {
        library.add("isNull", 1, (run, a) -> a[0] == null)
                .add("isNotNull", 1, (run, a) -> a[0] != null)
                .add("ifNull", 2, (run, a) -> a[0] == null ? a[1] : a[0])
                .add("coalesce", 1, Builtin.UNBOUNDED, (run, a) -> coalesce(a))
                .add("assumeNotNull", 1, (run, a) -> assumeNotNull(a[0]))
                .add("and", 1, Builtin.UNBOUNDED, (run, a) -> Arrays.stream(a).allMatch(Values::isTrue))
                .add("or", 1, Builtin.UNBOUNDED, (run, a) -> Arrays.stream(a).anyMatch(Values::isTrue))
                .add("not", 1, (run, a) -> !Values.isTrue(a[0]))
                .add("if", 3, (run, a) -> Values.isTrue(a[0]) ? a[1] : a[2])
                .add("multiIf", 3, Builtin.UNBOUNDED, (run, a) -> multiIf(a))
                .add("in", 2, (run, a) -> a[1] instanceof ListValue && TextMatch.isIn(run, a[0], a[1]));
        comparisons(library);
    }

    private static void comparisons(Registry library) {
        library.add("equals", 2, (run, a) -> Equality.same(run, a[0], a[1]))
                .add("notEquals", 2, (run, a) -> !Equality.same(run, a[0], a[1]))
                .add("greater", 2, (run, a) -> isOrdered(run, ">", a, 1))
                .add("greaterOrEquals", 2, (run, a) -> isOrdered(run, ">=", a, 0, 1))
                .add("less", 2, (run, a) -> isOrdered(run, "<", a, -1))
                .add("lessOrEquals", 2, (run, a) -> isOrdered(run, "<=", a, -1, 0))
                .add("plus", 2, (run, a) -> Arithmetic.PLUS.apply(run, a[0], a[1]))
                .add("minus", 2, (run, a) -> Arithmetic.MINUS.apply(run, a[0], a[1]))
                .add("min2", 2, (run, a) -> isOrdered(run, "<=", a, -1, 0) ? a[0] : a[1])
                .add("max2", 2, (run, a) -> isOrdered(run, ">=", a, 0, 1) ? a[0] : a[1]);
    }

    private static boolean isOrdered(Run run, String operator, Object[] a, int... accepted) {
        int order = Ordering.plain(run, operator, a[0], a[1]);
        return Arrays.stream(accepted).anyMatch(wanted -> wanted == order);
    }

    private static Object coalesce(Object[] arguments) {
        return Arrays.stream(arguments).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static Object assumeNotNull(Object value) {
        if (value == null) {
            throw Failure.vm("Value is null in assumeNotNull");
        }
        return value;
    }

    private static Object multiIf(Object[] arguments) {
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            if (Values.isTrue(arguments[i])) {
                return arguments[i + 1];
            }
        }
        return arguments.length % 2 == 1 ? arguments[arguments.length - 1] : null;
    }
}
