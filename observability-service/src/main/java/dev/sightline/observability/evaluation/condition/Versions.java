package dev.sightline.observability.evaluation.condition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** Properties as versions. What is none does not hold. */
final class Versions {

    private Versions() {}

    static Function<JsonNode, Predicate<JsonNode>> of(IntPredicate sign) {
        return operand -> {
            Version bound = read(operand, Version::of);
            return holds(version -> sign.test(version.compareTo(bound)));
        };
    }

    static Function<JsonNode, Predicate<JsonNode>> range(Function<String, Optional<Version.Range>> reading) {
        return operand -> holds(read(operand, reading)::holds);
    }

    private static <T> T read(JsonNode operand, Function<String, Optional<T>> reading) {
        return reading.apply(Operands.text(operand))
                .orElseThrow(() -> Operands.unfit("This is not a version such as 1.2.3."));
    }

    private static Predicate<JsonNode> holds(Predicate<Version> test) {
        return value ->
                !value.isNull() && Version.of(Values.text(value)).filter(test).isPresent();
    }
}
