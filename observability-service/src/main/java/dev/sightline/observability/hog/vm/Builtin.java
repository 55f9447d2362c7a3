package dev.sightline.observability.hog.vm;

/** A function of the library: its name, how many arguments it takes and what it does with them. */
public record Builtin(String name, int min, int max, Operation operation) implements FunctionValue {

    /** The {@link #max} of a function that takes any number of arguments. */
    public static final int UNBOUNDED = Integer.MAX_VALUE;

    /** What a function does. Arguments are never more or fewer than declared. */
    @FunctionalInterface
    public interface Operation {
        Object apply(Run run, Object[] arguments);
    }

    @Override
    public int shownArity() {
        return max == UNBOUNDED ? 0 : max;
    }

    @Override
    public Object call(Run run, Object[] arguments) {
        checkArity(arguments.length);
        run.tick();
        long collected = run.collected();
        int held = run.hold(arguments);
        Object result = operation.apply(run, arguments);
        run.release(held, collected);
        return result;
    }

    private void checkArity(int count) {
        if (count < min || count > max) {
            throw Failure.vm("Function %s requires %s arguments".formatted(name, bound(count)));
        }
    }

    private String bound(int count) {
        return count < min ? "at least " + min : "at most " + max;
    }
}
