package dev.sightline.observability.evaluation.condition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.time.Timestamps;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Predicate;

/** Properties as points in time. What is none does not hold. */
final class Dates {

    /** Numbers are seconds since 1970 up to here, some five thousand years, and milliseconds beyond. */
    private static final double MOST_SECONDS = 1e11;

    private Dates() {}

    static Predicate<JsonNode> before(JsonNode operand, SaveTime saved) {
        Instant bound = DateOperand.of(operand, saved).start();
        return holds(saved, at -> at.isBefore(bound));
    }

    static Predicate<JsonNode> after(JsonNode operand, SaveTime saved) {
        Instant bound = DateOperand.of(operand, saved).start();
        return holds(saved, at -> at.isAfter(bound));
    }

    /** The same instant, or for an operand that is a date alone, any on that day of the project. */
    static Predicate<JsonNode> exact(JsonNode operand, SaveTime saved) {
        DateOperand date = DateOperand.of(operand, saved);
        return holds(saved, date::holds);
    }

    private static Predicate<JsonNode> holds(SaveTime saved, Predicate<Instant> test) {
        return value -> instant(value, saved).filter(test).isPresent();
    }

    private static Optional<Instant> instant(JsonNode value, SaveTime saved) {
        if (value.isNumber()) {
            double number = value.doubleValue();
            return Optional.of(Instant.ofEpochMilli((long) (number > MOST_SECONDS ? number : number * 1000)));
        }
        return value.isTextual()
                ? Timestamps.parse(value.textValue()).or(() -> day(value.textValue(), saved))
                : Optional.empty();
    }

    /** The first instant of a date. */
    static Optional<Instant> day(String text, SaveTime saved) {
        try {
            return Optional.of(
                    LocalDate.parse(text.trim()).atStartOfDay(saved.zone()).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
