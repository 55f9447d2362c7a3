package dev.sightline.observability.hog.vm;

/** A function of the program together with the variables it took along. */
public record Closure(Body body, Cell... captured) implements FunctionValue {

    @Override
    public String name() {
        return body.name();
    }

    @Override
    public int shownArity() {
        return body.arity();
    }

    @Override
    public Object call(Run run, Object[] arguments) {
        checkArity(arguments.length);
        Frame frame = new Frame(run, this, run.top());
        for (int i = 0; i < arguments.length; i++) {
            frame.set(i, arguments[i]);
        }
        return frame.boxed(frame.enter());
    }

    /** Refuses more arguments than there are parameters. */
    public void checkArity(int count) {
        if (count > body.arity()) {
            throw Failure.vm("Too many arguments. Passed %d, expected %d".formatted(count, body.arity()));
        }
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
