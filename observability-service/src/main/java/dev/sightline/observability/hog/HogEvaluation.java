package dev.sightline.observability.hog;

import dev.sightline.observability.hog.grammar.HogCompileException;
import dev.sightline.observability.hog.vm.FailureKind;
import dev.sightline.observability.hog.vm.Globals;
import dev.sightline.observability.hog.vm.Limits;
import dev.sightline.observability.hog.vm.Numbers;
import dev.sightline.observability.hog.vm.Printer;
import dev.sightline.observability.hog.vm.Program;
import dev.sightline.observability.hog.vm.Result;
import dev.sightline.observability.hog.vm.Types;
import java.time.Duration;

/**
 * A program that judges events: true or false, or null where that is allowed. Immutable and safe to use from many
 * threads; the variables of an event ({@link EventGlobals}) are built once and serve all evaluations of it.
 */
public final class HogEvaluation {

    private static final int MAX_VALUE = 200;
    private static final double MILLIS = 1000.0;

    private final Program program;
    private final boolean allowsNotApplicable;

    private HogEvaluation(Program program, boolean allowsNotApplicable) {
        this.program = program;
        this.allowsNotApplicable = allowsNotApplicable;
    }

    /**
     * The evaluation of a source, with comparisons that null makes false.
     *
     * @param allowsNotApplicable whether null is an answer
     * @throws HogCompileException with line and column if the source is no program
     */
    public static HogEvaluation compile(String source, boolean allowsNotApplicable) {
        return new HogEvaluation(Hog.compile(source, CompileOptions.evaluation()), allowsNotApplicable);
    }

    /**
     * The evaluation of stored bytecode.
     *
     * @throws HogCompileException if it spells no program
     */
    public static HogEvaluation load(String bytecode, boolean allowsNotApplicable) {
        return new HogEvaluation(Hog.load(bytecode), allowsNotApplicable);
    }

    /** The bytecode to store with the source. */
    public String bytecode() {
        return Hog.bytecode(program);
    }

    /** Whether the program may read a variable; if not, nobody need make it. */
    public boolean mentions(String variable) {
        return program.bytecode().contains(variable);
    }

    /** Judges an event. Whatever the program does comes back as a verdict; nothing is thrown. */
    public Verdict judge(Globals event, Limits limits) {
        Result result = program.run(event, limits);
        return result instanceof Result.Returned returned
                ? returned(returned)
                : failed((Result.Failed) result, limits.time());
    }

    private Verdict returned(Result.Returned returned) {
        if (returned.value() instanceof Boolean answer) {
            return new Verdict.Judged(answer, returned.printed());
        }
        if (returned.value() == null && allowsNotApplicable) {
            return new Verdict.NotApplicable(returned.printed());
        }
        String allowed = allowsNotApplicable ? " (or null if N/A is enabled)" : "";
        String error = "Must return boolean%s, got %s: %s"
                .formatted(allowed, Types.of(returned.value()), shortened(returned.value()));
        return new Verdict.Broken(error, returned.printed());
    }

    private static String shortened(Object value) {
        String text = Printer.brief(value);
        return text.length() <= MAX_VALUE ? text : text.substring(0, MAX_VALUE) + "…";
    }

    private static Verdict failed(Result.Failed failed, Duration allowed) {
        FailureKind kind = failed.kind();
        if (kind.isDataShape()) {
            return new Verdict.UnfitInput(kind.label() + ": " + failed.message());
        }
        return switch (kind) {
            case TIMEOUT ->
                new Verdict.Broken("Execution timed out (%ss limit exceeded)".formatted(seconds(allowed)), "");
            case MEMORY -> new Verdict.Broken("Memory limit exceeded", "");
            case CANCELLED -> new Verdict.Interrupted(failed.message());
            default -> new Verdict.Broken("Runtime error: " + failed.message(), "");
        };
    }

    private static String seconds(Duration duration) {
        return Numbers.text(duration.toMillis() / MILLIS).replaceFirst("\\.0$", "");
    }
}
