package dev.sightline.observability.hog.vm;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A map in the order of insertion. Like {@link ListValue} one that was read from the globals shares their entries
 * until somebody could notice.
 */
public final class ObjectValue {

    private static final long SLOTS = 16;

    private Map<Object, Object> entries;
    private Run borrower;

    private ObjectValue(Map<Object, Object> entries, Run borrower) {
        this.entries = entries;
        this.borrower = borrower;
    }

    public ObjectValue() {
        this(new LinkedHashMap<>(), null);
    }

    ObjectValue borrow(Run run) {
        return new ObjectValue(entries, run);
    }

    public int size() {
        return entries.size();
    }

    /** The value of a key, null if there is none. */
    public Object get(Object key) {
        Object value = entries.get(plain(key));
        if (borrower != null && Values.isContainer(value)) {
            own();
            return entries.get(plain(key));
        }
        return value;
    }

    public boolean has(Object key) {
        return entries.containsKey(plain(key));
    }

    /** Sets or adds an entry; one that is there keeps its place. */
    public ObjectValue put(Object key, Object value) {
        own();
        entries.put(plain(key), value);
        return this;
    }

    public Object[] keys() {
        return entries.keySet().toArray();
    }

    public Object[] values() {
        own();
        return entries.values().toArray();
    }

    /** The entries for reading only: nothing taken from here may reach a program. */
    Map<Object, Object> peek() {
        return entries;
    }

    private void own() {
        if (borrower != null) {
            borrower.reserve(SLOTS * (entries.size() + 1L));
            Map<Object, Object> copies = new LinkedHashMap<>(entries);
            copies.replaceAll((key, value) -> Values.borrow(borrower, value));
            entries = copies;
            borrower = null;
        }
    }

    /** Equal numbers are the same key; containers are none. */
    private static Object plain(Object key) {
        if (key instanceof String || key == null || key instanceof Long || key instanceof Boolean) {
            return key;
        }
        if (key instanceof Double number) {
            return number == Math.rint(number) && Math.abs(number) < 1e18 ? (Object) number.longValue() : number;
        }
        if (key instanceof BigInteger || key instanceof DateValue || key instanceof DateTimeValue) {
            return key;
        }
        throw Failure.type("unhashable type: '" + Types.reference(key) + "'");
    }
}
