package dev.sightline.observability.evaluation.condition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/** Equality of a property with one of the operand's values. An absent property equals nothing. */
final class Equality {

    private Equality() {}

    static Predicate<JsonNode> any(JsonNode operand) {
        return anyOf(Operands.any(operand));
    }

    static Predicate<JsonNode> in(JsonNode operand) {
        return anyOf(Operands.list(operand));
    }

    private static Predicate<JsonNode> anyOf(List<JsonNode> wanted) {
        Predicate<JsonNode> equal =
                wanted.stream().map(Equality::one).reduce(Predicate::or).orElseThrow();
        return value -> !value.isNull() && equal.test(value);
    }

    /** Compares as the property's own type: a number with the number a text spells, a boolean with true and false. */
    private static Predicate<JsonNode> one(JsonNode wanted) {
        String text = Values.text(wanted);
        OptionalDouble number = Values.number(wanted);
        return value -> switch (value.getNodeType()) {
            case STRING -> text.equals(value.textValue());
            case NUMBER -> number.isPresent() && number.getAsDouble() == value.doubleValue();
            case BOOLEAN -> text.equalsIgnoreCase(value.asText());
            default -> text.equals(value.toString());
        };
    }
}
