package dev.sightline.observability.hog.vm;

/** Reading and writing what is in a value: elements, entries and the fields of dates and errors. */
public final class Access {

    private Access() {}

    /**
     * What is at a key, null if nothing is.
     *
     * @throws Failure for index 0
     */
    public static Object get(Object base, Object key) {
        if (base instanceof ObjectValue object) {
            return object.get(key);
        }
        if (base instanceof ListValue list) {
            return element(list, key);
        }
        if (base instanceof String text && key instanceof Long index) {
            return character(text, index);
        }
        return key instanceof String name ? Fields.get(base, name) : null;
    }

    private static Object element(ListValue list, Object key) {
        if (key instanceof Long index) {
            int position = position(index, list.size());
            return position < 0 ? null : list.get(position);
        }
        if (key instanceof String || key == null) {
            return null;
        }
        throw Failure.type("list indices must be integers or slices, not " + Types.reference(key));
    }

    /** What is at a key that is an integer. */
    public static Object at(Object base, long index) {
        if (base instanceof ListValue list) {
            int position = position(index, list.size());
            return position < 0 ? null : list.get(position);
        }
        return get(base, (Object) index);
    }

    private static Object character(String text, long index) {
        int position = position(index, text.codePointCount(0, text.length()));
        return position < 0 ? null : Character.toString(text.codePointAt(text.offsetByCodePoints(0, position)));
    }

    private static int position(long index, int size) {
        if (index == 0) {
            throw startsFromOne();
        }
        long position = index > 0 ? index - 1 : size + index;
        return position >= 0 && position < size ? (int) position : -1;
    }

    /**
     * Puts a value at a key.
     *
     * @throws Failure if the base can not take it there
     */
    public static void set(Run run, Object base, Object key, Object value) {
        if (base instanceof ObjectValue object) {
            run.reserve(object.has(key) ? Cost.shallow(value) : Cost.shallow(key) + Cost.shallow(value));
            object.put(key, value);
        } else if (base instanceof ListValue list && !list.isTuple()) {
            list.set(writable(list, key), value);
        } else {
            throw Failure.vm("Can not set property \"%s\" on object of type \"%s\""
                    .formatted(Printer.brief(key), Types.reference(base)));
        }
    }

    private static int writable(ListValue list, Object key) {
        if (!(key instanceof Long index)) {
            throw Failure.vm("Invalid index: " + Printer.brief(key));
        }
        if (index <= 0) {
            throw startsFromOne();
        }
        if (index > list.size()) {
            throw Failure.vm("Index %d out of range for array of length %d".formatted(index, list.size()));
        }
        return (int) (index - 1);
    }

    private static Failure startsFromOne() {
        return Failure.vm("Hog arrays start from index 1");
    }
}
