package dev.sightline.observability.evaluation.condition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** Less and greater: as numbers if the operand is one, else as texts. What cannot be compared does not hold. */
final class Order {

    private Order() {}

    static Function<JsonNode, Predicate<JsonNode>> of(IntPredicate sign) {
        return operand -> compare(operand, sign);
    }

    private static Predicate<JsonNode> compare(JsonNode operand, IntPredicate sign) {
        String text = Operands.text(operand);
        OptionalDouble number = Values.number(Values.elements(operand).get(0));
        return number.isPresent()
                ? numeric(value -> sign.test(Double.compare(value, number.getAsDouble())))
                : value -> value.isTextual() && sign.test(value.textValue().compareTo(text));
    }

    /** A list of two numbers, both included. */
    static Predicate<JsonNode> between(JsonNode operand) {
        if (!operand.isArray() || operand.size() != 2) {
            throw Operands.unfit("This operator needs a list of a minimum and a maximum.");
        }
        double least = bound(operand.get(0));
        double most = bound(operand.get(1));
        if (least > most) {
            throw Operands.unfit("The minimum is greater than the maximum.");
        }
        return numeric(value -> value >= least && value <= most);
    }

    private static double bound(JsonNode value) {
        return Values.number(value).orElseThrow(() -> Operands.unfit("Minimum and maximum must be numbers."));
    }

    private static Predicate<JsonNode> numeric(DoublePredicate test) {
        return value -> {
            OptionalDouble number = Values.number(value);
            return number.isPresent() && test.test(number.getAsDouble());
        };
    }
}
