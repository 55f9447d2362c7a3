package dev.sightline.api.body;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.Coercions;
import dev.sightline.json.Wire;
import dev.sightline.time.Timestamps;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Members that are one value other than a text. Texts of numbers and booleans are taken for what they say. */
final class Scalars {

    private static final String INVALID = "invalid_input";

    private static final Map<Class<?>, Kind> KINDS = Map.of(
            Integer.class, whole(Integer.MIN_VALUE, Integer.MAX_VALUE, BigInteger::intValue),
            int.class, whole(Integer.MIN_VALUE, Integer.MAX_VALUE, BigInteger::intValue),
            Long.class, whole(Long.MIN_VALUE, Long.MAX_VALUE, BigInteger::longValue),
            long.class, whole(Long.MIN_VALUE, Long.MAX_VALUE, BigInteger::longValue),
            Double.class, of("float", "A valid number is required.", Scalars::number),
            double.class, of("float", "A valid number is required.", Scalars::number),
            UUID.class, of("string", "Must be a valid UUID.", text(Coercions::uuid)),
            Instant.class, of("datetime", Coercions.BAD_DATETIME, text(Timestamps::parse)),
            Boolean.class, new Flag(),
            boolean.class, new Flag());

    private Scalars() {}

    /** The kind of a type, if it is a scalar. */
    static Optional<Kind> of(Class<?> type) {
        return type.isEnum() ? Optional.of(choice(type)) : Optional.ofNullable(KINDS.get(type));
    }

    private static Kind of(String word, String complaint, Function<JsonNode, Optional<?>> reading) {
        return new Scalar(
                word, (value, spot) -> reading.apply(value).orElseThrow(() -> spot.invalid(INVALID, complaint)));
    }

    private static <T> Function<JsonNode, Optional<?>> text(Function<String, Optional<T>> reading) {
        return value -> value.isTextual() ? reading.apply(value.textValue()) : Optional.empty();
    }

    private static Optional<Double> number(JsonNode value) {
        return value.isNumber()
                ? Optional.of(value.doubleValue()).filter(Double::isFinite)
                : Optional.of(value).filter(JsonNode::isTextual).flatMap(text -> Coercions.number(text.textValue()));
    }

    /** Whole numbers as texts, JSON integers, or JSON numbers with nothing behind the point. */
    private static Optional<BigInteger> integer(JsonNode value) {
        if (value.isNumber()) {
            return Optional.of(value).filter(Scalars::isWhole).map(number -> number.decimalValue()
                    .toBigInteger());
        }
        return Optional.of(value).filter(JsonNode::isTextual).flatMap(text -> Coercions.whole(text.textValue()));
    }

    private static boolean isWhole(JsonNode number) {
        double rounded = Math.rint(number.doubleValue());
        return number.isIntegralNumber() || (Double.isFinite(rounded) && rounded == number.doubleValue());
    }

    private static Kind whole(long least, long most, Function<BigInteger, Object> narrow) {
        return new Scalar("integer", (value, spot) -> {
            BigInteger number = integer(value).orElseThrow(() -> spot.invalid(INVALID, "A valid integer is required."));
            if (number.compareTo(BigInteger.valueOf(most)) > 0) {
                throw spot.invalid("max_value", "Ensure this value is less than or equal to " + most + ".");
            }
            if (number.compareTo(BigInteger.valueOf(least)) < 0) {
                throw spot.invalid("min_value", "Ensure this value is greater than or equal to " + least + ".");
            }
            return narrow.apply(number);
        });
    }

    private static Kind choice(Class<?> vocabulary) {
        Map<String, Object> constants = Arrays.stream(vocabulary.getEnumConstants())
                .collect(Collectors.toMap(constant -> Wire.name((Enum<?>) constant), constant -> constant));
        return new Scalar("choice", (value, spot) -> {
            String name = value.isValueNode() ? value.asText() : value.toString();
            return Optional.ofNullable(constants.get(name))
                    .orElseThrow(() -> spot.invalid("invalid_choice", "\"" + name + "\" is not a valid choice."));
        });
    }

    /** A scalar of one text or JSON value. */
    private record Scalar(String word, BiFunction<JsonNode, Spot, Object> reading) implements Kind {

        @Override
        public Object read(JsonNode value, Spot spot) {
            return reading.apply(value, spot);
        }
    }

    /** A boolean; unlike other members a form leaves it out to say false. */
    private static final class Flag implements Kind {

        @Override
        public Object read(JsonNode value, Spot spot) {
            return Optional.of(value)
                    .filter(JsonNode::isValueNode)
                    .flatMap(scalar -> Coercions.bool(scalar.asText()))
                    .orElseThrow(() -> spot.invalid(INVALID, "Must be a valid boolean."));
        }

        @Override
        public String word() {
            return "boolean";
        }

        @Override
        public Style style() {
            return Style.FLAG;
        }
    }
}
