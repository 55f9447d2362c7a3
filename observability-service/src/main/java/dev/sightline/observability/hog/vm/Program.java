package dev.sightline.observability.hog.vm;

import java.util.List;

/** A compiled program: immutable, safe to run from many threads at once and any number of times. */
public final class Program {

    private final Closure main;
    private final List<Object> bytecode;

    public Program(Body body, List<Object> bytecode) {
        this.main = new Closure(body);
        this.bytecode = bytecode;
    }

    /** The items of the program's bytecode, for exchange with other machines. */
    public List<Object> bytecode() {
        return bytecode;
    }

    /** Runs the program once. Whatever the program does comes back as a result; nothing is thrown. */
    public Result run(Globals globals, Limits limits) {
        Run run = new Run(globals, limits);
        try {
            Frame frame = new Frame(run, main, null);
            return new Result.Returned(frame.boxed(frame.enter()), run.printed());
        } catch (Thrown e) {
            return new Result.Failed(FailureKind.UNCAUGHT, describe(e.error()), e.error(), run.printed());
        } catch (Failure e) {
            return failed(run, e);
        } catch (StackOverflowError e) {
            return failed(run, Frame.tooDeep());
        } catch (OutOfMemoryError e) {
            return failed(run, new Failure(FailureKind.MEMORY, "Memory of the host exhausted"));
        }
    }

    private static Result failed(Run run, Failure failure) {
        return new Result.Failed(failure.kind(), failure.getMessage(), null, run.printed());
    }

    private static String describe(ErrorValue error) {
        return "%s('%s')".formatted(error.type(), error.message().replace("'", "\\'"));
    }
}
