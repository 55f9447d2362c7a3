package dev.sightline.observability.hog.library;

import dev.sightline.observability.hog.vm.Builtin;
import dev.sightline.observability.hog.vm.Failure;
import dev.sightline.observability.hog.vm.FunctionValue;
import dev.sightline.observability.hog.vm.ListValue;
import dev.sightline.observability.hog.vm.Run;
import dev.sightline.observability.hog.vm.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Functions that call functions. What they say about a wrong number of arguments is their own. */
final class HigherOrder {

    private static final Pattern VERSION = Pattern.compile("\\d+(?:\\.\\d+)+");
    private static final int MAX_LENGTH = 1 << 16;

    private HigherOrder() {}

    static void register(Registry library) {
        exactly(library, "arrayMap", 2, HigherOrder::map);
        exactly(library, "arrayFilter", 2, HigherOrder::filter);
        exactly(library, "arrayExists", 2, HigherOrder::exists);
        exactly(library, "arrayCount", 2, (run, a) -> (long) filter(run, a).size());
        exactly(library, "arrayReduce", 3, HigherOrder::reduce);
        exactly(library, "sortableSemver", 1, (run, a) -> version(a[0]));
        exactly(library, "inCohort", 2, (run, a) -> isMember(run, a));
        exactly(library, "notInCohort", 2, (run, a) -> !isMember(run, a));
    }

    private static void exactly(Registry library, String name, int count, Builtin.Operation operation) {
        library.add(name, 0, Builtin.UNBOUNDED, (run, a) -> {
            if (a.length != count) {
                throw Failure.vm("Function %s requires exactly %d arguments".formatted(name, count));
            }
            return operation.apply(run, a);
        });
    }

    private static Object[] items(Run run, Object container) {
        return Containers.values(run, container).toArray();
    }

    private static Object map(Run run, Object[] a) {
        FunctionValue function = Arguments.function(a[0]);
        Object[] items = items(run, a[1]);
        Object[] results = new Object[items.length];
        run.hold(results);
        for (int i = 0; i < items.length; i++) {
            results[i] = function.call(run, new Object[] {items[i]});
        }
        return ListValue.array(results);
    }

    private static ListValue filter(Run run, Object[] a) {
        FunctionValue function = Arguments.function(a[0]);
        List<Object> kept = new ArrayList<>();
        for (Object item : items(run, a[1])) {
            if (Values.isTrue(function.call(run, new Object[] {item}))) {
                kept.add(item);
            }
        }
        return ListValue.array(kept);
    }

    private static boolean exists(Run run, Object[] a) {
        FunctionValue function = Arguments.function(a[0]);
        for (Object item : items(run, a[1])) {
            if (Values.isTrue(function.call(run, new Object[] {item}))) {
                return true;
            }
        }
        return false;
    }

    private static Object reduce(Run run, Object[] a) {
        FunctionValue function = Arguments.function(a[0]);
        Object[] result = {a[2]};
        run.hold(result);
        for (Object item : items(run, a[1])) {
            result[0] = function.call(run, new Object[] {result[0], item});
        }
        return result[0];
    }

    private static ListValue version(Object value) {
        String text = value instanceof String given && given.length() <= MAX_LENGTH ? given : "";
        Matcher found = VERSION.matcher(text);
        return found.find()
                ? ListValue.array(Pattern.compile("\\.")
                        .splitAsStream(found.group())
                        .map(Conversions::toInt)
                        .toArray())
                : ListValue.array();
    }

    private static boolean isMember(Run run, Object[] a) {
        return a[1] instanceof ListValue list
                && dev.sightline.observability.hog.vm.TextMatch.indexOf(run, list, a[0]) >= 0;
    }
}
