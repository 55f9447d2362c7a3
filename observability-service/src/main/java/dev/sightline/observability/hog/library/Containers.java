package dev.sightline.observability.hog.library;

import dev.sightline.observability.hog.vm.Builtin;
import dev.sightline.observability.hog.vm.Failure;
import dev.sightline.observability.hog.vm.ListValue;
import dev.sightline.observability.hog.vm.ObjectValue;
import dev.sightline.observability.hog.vm.Run;
import dev.sightline.observability.hog.vm.TextMatch;
import dev.sightline.observability.hog.vm.Types;
import java.util.Arrays;

/** Sizes and contents of texts, lists and objects. */
final class Containers {

    private static final long SLOT = 8;

    private Containers() {}

    static void register(Registry library) {
        library.add("length", 1, (run, a) -> length(run, a[0]))
                .add("empty", 1, (run, a) -> isEmpty(a[0]))
                .add("notEmpty", 1, (run, a) -> !isEmpty(a[0]))
                .add("keys", 1, (run, a) -> keys(run, a[0]))
                .add("values", 1, (run, a) -> values(run, a[0]))
                .add("tuple", 0, Builtin.UNBOUNDED, (run, a) -> ListValue.tuple(a))
                .add("has", 2, (run, a) -> a[0] instanceof ListValue list && TextMatch.indexOf(run, list, a[1]) >= 0)
                .add(
                        "indexOf",
                        2,
                        (run, a) -> a[0] instanceof ListValue list ? TextMatch.indexOf(run, list, a[1]) + 1L : 0L);
    }

    private static Object length(Run run, Object value) {
        if (value instanceof String text) {
            run.work(text.length() >> 6);
            return (long) text.codePointCount(0, text.length());
        }
        if (value instanceof ListValue list) {
            return (long) list.size();
        }
        if (value instanceof ObjectValue object) {
            return (long) object.size();
        }
        if (value == null) {
            return null;
        }
        throw Failure.type("object of type '%s' has no len()".formatted(Types.reference(value)));
    }

    private static boolean isEmpty(Object value) {
        if (value instanceof String text) {
            return text.isEmpty();
        }
        if (value instanceof ListValue list) {
            return list.size() == 0;
        }
        return value instanceof ObjectValue object ? object.size() == 0 : value == null;
    }

    private static ListValue keys(Run run, Object value) {
        if (value instanceof ListValue list) {
            Object[] positions = new Object[reserved(run, list.size())];
            Arrays.setAll(positions, i -> (long) i);
            return ListValue.array(positions);
        }
        reserved(run, value instanceof ObjectValue object ? object.size() : 0);
        return value instanceof ObjectValue object ? ListValue.array(object.keys()) : ListValue.array();
    }

    /** The values of a container in a new array; of anything else there are none. */
    static ListValue values(Run run, Object value) {
        if (value instanceof ListValue list) {
            reserved(run, list.size());
            return ListValue.array(list.toArray());
        }
        reserved(run, value instanceof ObjectValue object ? object.size() : 0);
        return value instanceof ObjectValue object ? ListValue.array(object.values()) : ListValue.array();
    }

    private static int reserved(Run run, int size) {
        run.work(size);
        run.reserveResult(SLOT * (size + 1L));
        return size;
    }
}
