package dev.sightline.observability.hog.library;

import dev.sightline.observability.hog.vm.Builtin;
import dev.sightline.observability.hog.vm.Failure;
import dev.sightline.observability.hog.vm.FailureKind;
import dev.sightline.observability.hog.vm.ListValue;
import dev.sightline.observability.hog.vm.ObjectValue;
import dev.sightline.observability.hog.vm.Printer;
import dev.sightline.observability.hog.vm.Run;
import java.util.function.BiFunction;

/** Values at a path in a JSON text or value. A path is keys and positions from 1, or from the end if negative. */
final class JsonPaths {

    private static final Object MISSING = new Object();

    private JsonPaths() {}

    static void register(Registry library) {
        library.add("JSONHas", 1, Builtin.UNBOUNDED, (run, a) -> find(run, a, a.length) != MISSING)
                .add("JSONLength", 1, Builtin.UNBOUNDED, (run, a) -> length(parsed(run, find(run, a, a.length))))
                .add("JSONExtract", 2, Builtin.UNBOUNDED, (run, a) -> present(find(run, a, a.length - 1)));
        extract(library, "String", JsonPaths::string);
        extract(library, "Int", (run, value) -> number(value) ? Conversions.toInt(value) : null);
        extract(library, "Float", (run, value) -> number(value) ? Conversions.toFloat(value) : null);
        extract(library, "Bool", (run, value) -> Boolean.TRUE.equals(value));
        extract(library, "ArrayRaw", (run, value) -> value instanceof ListValue ? value : null);
    }

    private static void extract(Registry library, String type, BiFunction<Run, Object, Object> convert) {
        library.add(
                "JSONExtract" + type,
                1,
                Builtin.UNBOUNDED,
                (run, a) -> convert.apply(run, present(find(run, a, a.length))));
    }

    private static Object present(Object value) {
        return value == MISSING ? null : value;
    }

    private static boolean number(Object value) {
        return value instanceof Number || value instanceof String || value instanceof Boolean;
    }

    private static Object string(Run run, Object value) {
        if (value == null || value instanceof String) {
            return value;
        }
        return value instanceof ListValue || value instanceof ObjectValue
                ? JsonWriter.write(run, value, null)
                : Printer.plain(run, value);
    }

    private static long length(Object value) {
        if (value instanceof ListValue list) {
            return list.size();
        }
        return value instanceof ObjectValue object ? object.size() : 0;
    }

    /** What is at the path that the arguments after the first, up to an end, make. */
    private static Object find(Run run, Object[] arguments, int end) {
        Object value = parsed(run, arguments[0]);
        for (int i = 1; i < end && value != MISSING; i++) {
            value = step(parsed(run, value), arguments[i]);
        }
        return value;
    }

    private static Object step(Object value, Object key) {
        if (value instanceof ObjectValue object) {
            return object.has(key) ? object.get(key) : MISSING;
        }
        return value instanceof ListValue list && key instanceof Long position ? element(list, position) : MISSING;
    }

    private static Object element(ListValue list, long position) {
        long index = position > 0 ? position - 1 : list.size() + position;
        return position == 0 || index < 0 || index >= list.size() ? MISSING : list.get((int) index);
    }

    private static Object parsed(Run run, Object value) {
        if (!(value instanceof String text)) {
            return value;
        }
        try {
            return JsonReader.read(run, text);
        } catch (Failure e) {
            if (e.kind() == FailureKind.JSON) {
                return MISSING;
            }
            throw e;
        }
    }
}
