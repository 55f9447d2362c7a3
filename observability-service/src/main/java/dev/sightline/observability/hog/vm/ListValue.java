package dev.sightline.observability.hog.vm;

import java.util.Arrays;
import java.util.List;

/**
 * An array or, fixed, a tuple. Its length never changes; elements of an array do. A list read from the globals shares
 * their elements until somebody could notice: writing, or taking a container out, copies one level first.
 */
public final class ListValue {

    private static final Object[] NONE = {};
    private static final long SLOT = 8;

    private final boolean tuple;
    private Object[] items;
    private Run borrower;

    private ListValue(boolean tuple, Object[] items, Run borrower) {
        this.tuple = tuple;
        this.items = items;
        this.borrower = borrower;
    }

    /** An array that takes the elements over. */
    public static ListValue array(Object... items) {
        return new ListValue(false, items, null);
    }

    /** An array with a copy of the elements. */
    public static ListValue array(List<?> items) {
        return array(items.isEmpty() ? NONE : items.toArray());
    }

    /** A tuple that takes the elements over. */
    public static ListValue tuple(Object... items) {
        return new ListValue(true, items, null);
    }

    ListValue borrow(Run run) {
        return new ListValue(tuple, items, run);
    }

    public boolean isTuple() {
        return tuple;
    }

    public int size() {
        return items.length;
    }

    /** The element at a position from 0. */
    public Object get(int position) {
        Object item = items[position];
        if (borrower != null && Values.isContainer(item)) {
            own();
            return items[position];
        }
        return item;
    }

    void set(int position, Object value) {
        own();
        items[position] = value;
    }

    /** A copy of the elements. */
    public Object[] toArray() {
        if (borrower != null && Arrays.stream(items).anyMatch(Values::isContainer)) {
            own();
        }
        return Arrays.copyOf(items, items.length, Object[].class);
    }

    /** The elements for reading only: nothing taken from here may reach a program. */
    Object[] peek() {
        return items;
    }

    private void own() {
        if (borrower != null) {
            borrower.reserve(SLOT * (items.length + 1L));
            Object[] copies = new Object[items.length];
            Arrays.setAll(copies, i -> Values.borrow(borrower, items[i]));
            items = copies;
            borrower = null;
        }
    }
}
