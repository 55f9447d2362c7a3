package dev.sightline.observability.evaluation.condition;

import dev.sightline.api.ApiException;
import dev.sightline.observability.hog.CompileOptions;
import dev.sightline.observability.hog.Hog;
import dev.sightline.observability.hog.grammar.HogCompileException;
import dev.sightline.observability.hog.vm.Globals;
import dev.sightline.observability.hog.vm.Limits;
import dev.sightline.observability.hog.vm.Program;
import dev.sightline.observability.hog.vm.Result;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;

/** A filter that is an expression over the event; it holds if it is exactly true. */
final class HogExpression {

    /** A filter stands between the event and all evaluations: it may not take long. */
    private static final Limits LIMITS = Limits.standard()
            .withTime(Duration.ofMillis(50))
            .withMemory(1 << 20)
            .withPrinted(0);

    private HogExpression() {}

    static Predicate<Candidate> compile(String expression) {
        Program program = program(expression);
        return candidate -> program.run(globals(candidate), LIMITS) instanceof Result.Returned returned
                && Boolean.TRUE.equals(returned.value());
    }

    private static Program program(String expression) {
        try {
            return Hog.compile("return (" + expression + ")", CompileOptions.evaluation());
        } catch (HogCompileException e) {
            throw ApiException.invalid("key", "The expression does not compile: " + e.getMessage());
        }
    }

    private static Globals globals(Candidate candidate) {
        return Globals.of(Map.of(
                "event", candidate.event(),
                "distinct_id", candidate.distinctId(),
                "elements_chain", Values.text(candidate.property("$elements_chain")),
                "properties", candidate.properties(),
                "person", Map.of("properties", candidate.person())));
    }
}
