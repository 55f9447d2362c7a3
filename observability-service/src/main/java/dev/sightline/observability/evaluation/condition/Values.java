package dev.sightline.observability.evaluation.condition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.Coercions;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.StreamSupport;

/** Property values and operands as texts and numbers. */
final class Values {

    private Values() {}

    /** A text as it is, null as the empty text, anything else as JSON. */
    static String text(JsonNode value) {
        if (value.isTextual()) {
            return value.textValue();
        }
        return value.isNull() ? "" : value.toString();
    }

    /** The number that a number or a text of one stands for. */
    static OptionalDouble number(JsonNode value) {
        if (value.isNumber()) {
            return OptionalDouble.of(value.doubleValue());
        }
        return value.isTextual()
                ? Coercions.number(value.textValue()).map(OptionalDouble::of).orElseGet(OptionalDouble::empty)
                : OptionalDouble.empty();
    }

    /** The elements of a list; anything else is a list of one. */
    static List<JsonNode> elements(JsonNode operand) {
        return operand.isArray()
                ? StreamSupport.stream(operand.spliterator(), false).toList()
                : List.of(operand);
    }
}
