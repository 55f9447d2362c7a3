package dev.sightline.observability.hog.vm;

/**
 * One call in progress: its variables and values in waiting, in slots.
 *
 * <p>Numbers stay unboxed on their way. Whoever evaluates something returns the value itself, or {@link #INTEGER} or
 * {@link #FLOAT} with the number in {@link #number} (a float as its bits); slots keep the same pair in
 * {@link #values} and {@link #numbers}.
 */
public final class Frame {

    /** Stands for the integer in {@link #number}. */
    public static final Object INTEGER = new Object();

    /** Stands for the float whose bits are in {@link #number}. */
    public static final Object FLOAT = new Object();

    public final Run run;
    public final Closure closure;
    public final Frame caller;
    public final Object[] values;
    public final long[] numbers;
    public long number;

    /** What the body's last step returned. */
    public Object result;

    private final int depth;
    private final int held;
    private final long collected;

    public Frame(Run run, Closure closure, Frame caller) {
        this.run = run;
        this.closure = closure;
        this.caller = caller;
        this.depth = caller == null ? 0 : caller.depth + 1;
        this.held = run.held();
        this.collected = run.collected();
        int slots = closure.body().slots();
        this.values = new Object[slots];
        this.numbers = new long[slots];
    }

    /** Runs the body. The number of an unboxed result is in this frame. */
    public Object enter() {
        run.tick();
        if (depth > Limits.CALL_DEPTH) {
            throw tooDeep();
        }
        run.setTop(this);
        Object value = depth == DeepStack.SHALLOW ? DeepStack.continueWith(this) : execute();
        run.setTop(caller);
        return value;
    }

    Object execute() {
        return closure.body().execute(this);
    }

    static Failure tooDeep() {
        return Failure.vm("Call stack exceeded maximum length of " + Limits.CALL_DEPTH);
    }

    /** Makes this the running frame again after an error was thrown out of calls made from here. */
    public void recover() {
        run.setTop(this);
        run.release(held, collected);
    }

    /** The boxed values of the first slots. */
    public Object[] arguments(int count) {
        Object[] boxed = new Object[count];
        for (int i = 0; i < count; i++) {
            boxed[i] = boxed(values[i], numbers[i]);
        }
        return boxed;
    }

    /** Keeps a boxed value in a slot. */
    public void set(int slot, Object value) {
        values[slot] = unboxed(value);
        numbers[slot] = number;
    }

    /** The unboxed form of a value, its number in this frame. */
    public Object unboxed(Object value) {
        if (value instanceof Long integer) {
            number = integer;
            return INTEGER;
        }
        if (value instanceof Double floating) {
            number = Double.doubleToRawLongBits(floating);
            return FLOAT;
        }
        return value;
    }

    /** The boxed form of a value just evaluated in this frame. */
    public Object boxed(Object value) {
        return boxed(value, number);
    }

    /** The boxed form of a value whose number was saved aside. */
    public static Object boxed(Object value, long number) {
        if (value == INTEGER) {
            return number;
        }
        return value == FLOAT ? (Object) Double.longBitsToDouble(number) : value;
    }
}
