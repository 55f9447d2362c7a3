package dev.sightline.observability.hog.vm;

/** The operators that look for a pattern in a text. */
public final class TextMatch {

    private TextMatch() {}

    /**
     * Both operands of {@code like} as texts.
     *
     * @throws Failure if the value is none
     */
    public static String likeOperand(Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw Failure.type("expected string or bytes-like object, got '" + Types.reference(value) + "'");
    }

    /** Whether a regular expression can not match because one side is null or empty. */
    public static boolean isBlank(Object text, Object pattern) {
        return text == null || pattern == null || "".equals(text) || "".equals(pattern);
    }

    /**
     * An operand of a regular expression as text.
     *
     * @param role {@code input} or {@code pattern}, for the message
     * @throws Failure if the value is none
     */
    public static String regexOperand(Object value, String role) {
        if (value instanceof String text) {
            return text;
        }
        throw Failure.vm("Function match requires %s to be a string, got %s".formatted(role, Types.of(value)));
    }

    /** What {@code in} answers. */
    public static boolean isIn(Run run, Object item, Object container) {
        if (container instanceof ListValue list) {
            return indexOf(run, list, item) >= 0;
        }
        if (container instanceof ObjectValue object) {
            return object.has(item);
        }
        if (!(container instanceof String text)) {
            throw Failure.type("argument of type '%s' is not iterable".formatted(Types.reference(container)));
        }
        if (!(item instanceof String part)) {
            throw Failure.type("'in <string>' requires string as left operand, not " + Types.reference(item));
        }
        run.work(text.length() >> 4);
        return text.contains(part);
    }

    /** The position from 0 of the first element that is the same, -1 if none is. */
    public static int indexOf(Run run, ListValue list, Object item) {
        Object[] items = list.peek();
        run.work(items.length);
        for (int i = 0; i < items.length; i++) {
            if (Equality.same(run, items[i], item)) {
                return i;
            }
        }
        return -1;
    }
}
