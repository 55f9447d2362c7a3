package dev.sightline.observability.hog.vm;

/** Something a program can call: a function of its own or one of the library. */
public interface FunctionValue {

    /** The name shown in output and errors. */
    String name();

    /** How many arguments it takes at most, 0 if there is no bound, as output shows it. */
    int shownArity();

    /** Calls it with boxed arguments. */
    Object call(Run run, Object[] arguments);
}
