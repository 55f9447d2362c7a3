package dev.sightline.observability.hog.vm;

/** The code of a function (or of a whole program) in executable form: immutable, shared by all runs. */
public abstract class Body {

    private final String name;
    private final int arity;

    protected Body(String name, int arity) {
        this.name = name;
        this.arity = arity;
    }

    public final String name() {
        return name;
    }

    /** How many arguments it takes. */
    public final int arity() {
        return arity;
    }

    /** How many slots its frames need. */
    public abstract int slots();

    /** Runs in a frame whose first slots hold the arguments, and returns the result as {@link Frame} says. */
    protected abstract Object execute(Frame frame);
}
