package dev.sightline.signals.signal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A signal that asks to be let in (spec/signals.md 1.1).
 *
 * @param sourceId names the thing inside its source, at most 512 characters
 * @param description what is embedded and shown, at most 8,000 tokens
 * @param weight 0 to 1
 * @param extra the payload of the pair; null stands for the empty object
 */
public record NewSignal(SignalSource source, String sourceId, String description, double weight, JsonNode extra) {

    public static final int MAX_SOURCE_ID = 512;
    public static final int MAX_DESCRIPTION_TOKENS = 8_000;
    public static final double DEFAULT_WEIGHT = 0.5;

    public NewSignal {
        extra = extra == null ? JsonNodeFactory.instance.objectNode() : extra;
    }

    /** The first thing wrong with it; empty if the pipeline may take it. */
    public Optional<Violation> violation() {
        return Stream.<Supplier<Optional<Violation>>>of(
                        this::sourceIdAtFault,
                        this::descriptionAtFault,
                        this::weightAtFault,
                        () -> Taxonomy.violation(source, extra))
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Violation> sourceIdAtFault() {
        return text("source_id", sourceId)
                .or(() -> check(
                        sourceId.length() <= MAX_SOURCE_ID,
                        new Violation(
                                "source_id", "max_length", "Ensure this field has no more than 512 characters.")));
    }

    private Optional<Violation> descriptionAtFault() {
        return text("description", description)
                .or(() -> check(
                        !Tokens.exceed(description, MAX_DESCRIPTION_TOKENS),
                        new Violation("description", "max_length", "Ensure this field has no more than 8000 tokens.")));
    }

    private Optional<Violation> weightAtFault() {
        return check(weight >= 0 && weight <= 1, new Violation("weight", "invalid", "This must be between 0 and 1."));
    }

    private static Optional<Violation> text(String attr, String value) {
        if (value == null) {
            return Optional.of(new Violation(attr, "required", "This field is required."));
        }
        return check(!value.isBlank(), new Violation(attr, "blank", "This field may not be blank."));
    }

    private static Optional<Violation> check(boolean holds, Violation otherwise) {
        return holds ? Optional.empty() : Optional.of(otherwise);
    }
}
