package dev.sightline.observability.hog.vm;

/** The order of two values, after {@link Unification} or plainly. */
public final class Ordering {

    private static final int MAX_DEPTH = 400;

    /** What {@link #compare} answers when one side is NaN: neither smaller, equal nor greater. */
    public static final int UNORDERED = 2;

    private final Run run;
    private final String operator;
    private int depth;

    private Ordering(Run run, String operator) {
        this.run = run;
        this.operator = operator;
    }

    /**
     * The order a comparison operator sees: -1, 0, 1 or {@link #UNORDERED}.
     *
     * @param operator its symbol, for the message
     * @throws Failure if the values have no order
     */
    public static int compare(Run run, String operator, Object left, Object right) {
        return plain(run, operator, Unification.of(left, right), Unification.of(right, left));
    }

    /** The same without converting either side to the other's type. */
    public static int plain(Run run, String operator, Object left, Object right) {
        return new Ordering(run, operator).compare(left, right);
    }

    private int compare(Object left, Object right) {
        if (left instanceof String a && right instanceof String b) {
            return texts(a, b);
        }
        if (Numbers.isNumeric(left) && Numbers.isNumeric(right)) {
            boolean ordered = !Numbers.isNaN(left) && !Numbers.isNaN(right);
            return ordered ? Integer.signum(Numbers.compare(Values.number(left), Values.number(right))) : UNORDERED;
        }
        if (left instanceof ListValue a && right instanceof ListValue b && a.isTuple() == b.isTuple()) {
            return lists(a.peek(), b.peek());
        }
        if (left instanceof DateValue a && right instanceof DateValue b) {
            return Integer.signum(a.day().compareTo(b.day()));
        }
        throw Failure.type("'%s' not supported between instances of '%s' and '%s'"
                .formatted(operator, Types.reference(left), Types.reference(right)));
    }

    private int lists(Object[] left, Object[] right) {
        if (++depth > MAX_DEPTH) {
            throw Failure.value("Values are nested too deeply to compare");
        }
        int common = Math.min(left.length, right.length);
        run.work(common + 1L);
        int order = 0;
        for (int i = 0; order == 0 && i < common; i++) {
            order = Equality.same(run, left[i], right[i]) ? 0 : compare(left[i], right[i]);
        }
        depth--;
        return order == 0 ? Integer.compare(left.length, right.length) : order;
    }

    /** By code point, which differs from Java's order where surrogates meet the last code points of the first plane. */
    private static int texts(String left, String right) {
        int common = Math.min(left.length(), right.length());
        for (int i = 0; i < common; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                boolean larger =
                        Character.isSurrogate(a) == Character.isSurrogate(b) ? a > b : Character.isSurrogate(a);
                return larger ? 1 : -1;
            }
        }
        return Integer.compare(left.length(), right.length());
    }
}
