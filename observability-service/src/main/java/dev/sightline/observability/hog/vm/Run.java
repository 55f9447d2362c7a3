package dev.sightline.observability.hog.vm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One execution of a program: what it may still use up and what it has printed. Confined to one thread at a time.
 *
 * <p>Memory is accounted like this. Whoever makes a value reserves its size first. When the sum of reservations reaches
 * what was left, everything the program can still reach is measured ({@link Cost}); only that counts from there on.
 */
public final class Run {

    private static final int STEPS_PER_POLL = 1000;
    private static final double NANOS = 1e9;

    /** A share of the limit that may be reserved before the next measurement even when nearly nothing is left. */
    private static final int SLACK = 64;

    private final Globals globals;
    private final Limits limits;
    private final Output output;
    private final long start = System.nanoTime();
    private final long allowedNanos;
    private final List<Object[]> held = new ArrayList<>();

    private int steps = STEPS_PER_POLL;
    private long operations;
    private long left;
    private long collected;
    private Frame top;
    private volatile boolean cancelled;

    Run(Globals globals, Limits limits) {
        this.globals = globals;
        this.limits = limits;
        this.output = new Output(limits.printed());
        this.allowedNanos = limits.time().toNanos();
        this.left = limits.memory();
    }

    /** A run of no program, for hosts that use what programs use. Its limits are too wide to meet. */
    public static Run outside() {
        Duration year = Duration.ofDays(365);
        return new Run(Globals.none(), new Limits(year, Long.MAX_VALUE / 4, 0, () -> false));
    }

    /**
     * The global variable at the head of a chain of names, and from there on the property of each next name.
     *
     * @throws Failure if there is no such variable
     */
    public Object global(Object[] chain) {
        if (!globals.has(chain[0])) {
            throw Failure.vm("Global variable not found: " + Printer.brief(chain[0]));
        }
        return globals.read(this, chain);
    }

    /** Whether the host gave a variable of that name. */
    public boolean hasGlobal(Object name) {
        return globals.has(name);
    }

    /** Adds a line to what the program prints. */
    public void print(String line) {
        output.print(line);
    }

    String printed() {
        return output.toString();
    }

    /** The running call. */
    public Frame top() {
        return top;
    }

    void setTop(Frame frame) {
        top = frame;
    }

    void cancel() {
        cancelled = true;
    }

    /** One step taken; now and then looks at the clock. */
    public void tick() {
        if (--steps < 0) {
            poll();
        }
    }

    /** Counts work of a library function that takes about so many steps, before or while it is done. */
    public void work(long units) {
        if (units >= steps) {
            operations += units;
            poll();
        } else {
            steps -= (int) units;
        }
    }

    private void poll() {
        operations += STEPS_PER_POLL - Math.max(steps, 0);
        steps = STEPS_PER_POLL;
        if (System.nanoTime() - start > allowedNanos) {
            throw new Failure(
                    FailureKind.TIMEOUT,
                    "Runtime exceeded %s seconds after %d operations"
                            .formatted(Numbers.text(allowedNanos / NANOS), operations));
        }
        if (cancelled
                || limits.cancelled().getAsBoolean()
                || Thread.currentThread().isInterrupted()) {
            throw new Failure(FailureKind.CANCELLED, "Execution was cancelled");
        }
    }

    /**
     * Accounts for the result of an operator.
     *
     * @throws Failure if it does not fit
     */
    public void reserve(long bytes) {
        left -= bytes;
        if (left < 0) {
            left = remaining(measure(held.size()), bytes);
        }
    }

    /**
     * Accounts for the result of a library function, whose arguments are no longer needed when it is there.
     *
     * @throws Failure if the arguments, or the result without them, do not fit
     */
    public void reserveResult(long bytes) {
        left -= bytes;
        if (left < 0) {
            measure(held.size());
            left = remaining(measure(held.size() - 1), bytes);
        }
    }

    /**
     * Accounts for a part of what a library function is still making.
     *
     * @throws Failure if it does not fit
     */
    public void collect(long bytes) {
        collected += bytes;
        reserve(bytes);
    }

    private long remaining(Cost cost, long bytes) {
        cost.add(Math.max(bytes, collected));
        return Math.max(limits.memory() - cost.total(), limits.memory() / SLACK);
    }

    private Cost measure(int heldCalls) {
        Cost cost = new Cost(this, limits.memory());
        for (Frame frame = top; frame != null; frame = frame.caller) {
            addAll(cost, frame.values);
        }
        for (int i = 0; i < heldCalls; i++) {
            addAll(cost, held.get(i));
        }
        return cost;
    }

    private static void addAll(Cost cost, Object[] values) {
        for (Object value : values) {
            if (value != null) {
                cost.add(value);
            }
        }
    }

    /** Keeps values in sight of the accounting until {@link #release}; returns what to release to. */
    public int hold(Object[] values) {
        held.add(values);
        return held.size() - 1;
    }

    int held() {
        return held.size();
    }

    long collected() {
        return collected;
    }

    /** Lets go of what was held, and forgets what was collected, since. */
    public void release(int heldBefore, long collectedBefore) {
        for (int i = held.size() - 1; i >= heldBefore; i--) {
            held.remove(i);
        }
        collected = collectedBefore;
    }
}
