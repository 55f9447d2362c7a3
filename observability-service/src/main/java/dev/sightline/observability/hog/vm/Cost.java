package dev.sightline.observability.hog.vm;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Adds up what values cost: 8 for a scalar, 8 and its length for a text, 8 and its contents for a container. A container
 * met again inside itself costs 8; one that is held twice counts twice. Adding ends as soon as the sum is over the limit.
 */
final class Cost {

    private static final int SLOT = 8;
    private static final Object LEAVE = new Object();

    private final Run run;
    private final long limit;
    private final Deque<Object> todo = new ArrayDeque<>();
    private final Deque<Object> inside = new ArrayDeque<>();
    private final Set<Object> path = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Object> seenFunctions = Collections.newSetFromMap(new IdentityHashMap<>());
    private long total;

    /** @param run whose clock goes on while costs are added up */
    Cost(Run run, long limit) {
        this.run = run;
        this.limit = limit;
    }

    /** The cost of a value without its contents. */
    static long shallow(Object value) {
        return value instanceof String text ? SLOT + text.length() : SLOT;
    }

    /**
     * Adds the cost of a value and all that is in it.
     *
     * @throws Failure if the sum is over the limit
     */
    void add(Object value) {
        visit(value);
        while (!todo.isEmpty()) {
            Object next = todo.pop();
            if (next == LEAVE) {
                path.remove(inside.pop());
            } else {
                visit(next);
            }
        }
    }

    /** Adds bytes that belong to no value yet. */
    void add(long bytes) {
        total += bytes;
        if (total > limit || bytes > limit) {
            throw exceeded(limit, total);
        }
    }

    long total() {
        return total;
    }

    static Failure exceeded(long limit, long attempted) {
        return new Failure(
                FailureKind.MEMORY,
                "Memory limit of %d bytes exceeded. Attempted to use %d bytes".formatted(limit, attempted));
    }

    private void visit(Object value) {
        count(value);
        if (value instanceof ListValue list && path.add(list)) {
            enter(list);
            push(list.peek());
        } else if (value instanceof ObjectValue object && path.add(object)) {
            enter(object);
            object.peek().forEach((key, item) -> push(key, item));
        } else if (value instanceof ErrorValue error) {
            push(error.message(), error.payload());
        } else if (value instanceof Closure closure && seenFunctions.add(closure)) {
            push((Object[]) closure.captured());
        } else if (value instanceof Cell cell && seenFunctions.add(cell)) {
            push(cell.value());
        }
    }

    private void enter(Object container) {
        inside.push(container);
        todo.push(LEAVE);
    }

    private void count(Object value) {
        run.work(1);
        add(value instanceof java.math.BigInteger big ? SLOT + big.bitLength() / SLOT : shallow(value));
    }

    /** Counts at once what holds nothing, of which there may be millions; the rest waits for its turn. */
    private void push(Object... values) {
        for (Object value : values) {
            if (value instanceof ListValue
                    || value instanceof ObjectValue
                    || value instanceof ErrorValue
                    || value instanceof Closure
                    || value instanceof Cell) {
                todo.push(value);
            } else {
                count(value);
            }
        }
    }
}
