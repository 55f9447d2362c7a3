package dev.sightline.observability.hog.library;

import dev.sightline.observability.hog.vm.BoundedText;
import dev.sightline.observability.hog.vm.Builtin;
import dev.sightline.observability.hog.vm.ListValue;
import dev.sightline.observability.hog.vm.Ordering;
import dev.sightline.observability.hog.vm.Run;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;

/** Arrays made from arrays. None of these changes the array it is given. */
final class Lists {

    private static final long SLOT = 8;

    private Lists() {}

    static void register(Registry library) {
        library.add("arrayPushBack", 2, (run, a) -> push(run, a[0], a[1], false))
                .add("arrayPushFront", 2, (run, a) -> push(run, a[0], a[1], true))
                .add("arrayPopBack", 1, (run, a) -> slice(run, a[0], 0, 1))
                .add("arrayPopFront", 1, (run, a) -> slice(run, a[0], 1, 0))
                .add("arrayReverse", 1, (run, a) -> reversed(run, a[0]))
                .add("arraySort", 1, Builtin.UNBOUNDED, (run, a) -> sorted(run, a[0], natural(run)))
                .add(
                        "arrayReverseSort",
                        1,
                        Builtin.UNBOUNDED,
                        (run, a) -> sorted(run, a[0], natural(run).reversed()))
                .add("arrayStringConcat", 1, 2, Lists::join);
    }

    /** The elements of an array or tuple in a new Java array with room for more; none of anything else. */
    private static Object[] copy(Run run, Object value, int more) {
        Object[] items = value instanceof ListValue list ? list.toArray() : new Object[0];
        run.work(items.length >> 2);
        run.reserveResult(SLOT * (items.length + more + 1L));
        return more == 0 ? items : Arrays.copyOf(items, items.length + more);
    }

    private static ListValue push(Run run, Object list, Object item, boolean front) {
        Object[] items = copy(run, list, 1);
        if (front) {
            System.arraycopy(items, 0, items, 1, items.length - 1);
        }
        items[front ? 0 : items.length - 1] = item;
        return ListValue.array(items);
    }

    private static ListValue slice(Run run, Object list, int skippedFirst, int skippedLast) {
        Object[] items = copy(run, list, 0);
        int end = items.length - skippedLast;
        return skippedFirst >= items.length || end <= 0
                ? ListValue.array()
                : ListValue.array(Arrays.copyOfRange(items, skippedFirst, end));
    }

    private static ListValue reversed(Run run, Object list) {
        Object[] items = copy(run, list, 0);
        Collections.reverse(Arrays.asList(items));
        return ListValue.array(items);
    }

    private static ListValue sorted(Run run, Object list, Comparator<Object> order) {
        Object[] items = copy(run, list, 0);
        Arrays.sort(items, order);
        return ListValue.array(items);
    }

    private static Comparator<Object> natural(Run run) {
        return (a, b) -> {
            run.work(1);
            int order = Ordering.plain(run, "<", a, b);
            return order == Ordering.UNORDERED ? Boolean.compare(isNaN(a), isNaN(b)) : order;
        };
    }

    private static boolean isNaN(Object value) {
        return value instanceof Double number && number.isNaN();
    }

    private static Object join(Run run, Object[] a) {
        if (!(a[0] instanceof ListValue list)) {
            return "";
        }
        String separator = a.length > 1 && a[1] != null ? Arguments.text(a[1]) : "";
        BoundedText text = new BoundedText(run);
        for (int i = 0; i < list.size(); i++) {
            text.append(i == 0 ? "" : separator).append(Conversions.part(run, list.get(i)));
        }
        return text.toString();
    }
}
