package dev.sightline.observability.evaluation.condition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.api.ApiException;
import dev.sightline.json.Wire;
import java.util.function.Predicate;

/** One property filter, {@code {key, value, operator, type}}, compiled. */
final class PropertyFilter {

    private final ObjectNode filter;
    private final SaveTime saved;

    private PropertyFilter(ObjectNode filter, SaveTime saved) {
        this.filter = filter;
        this.saved = saved;
    }

    /** @throws ApiException whose {@code attr} is the filter's member at fault */
    static Predicate<Candidate> compile(ObjectNode filter, SaveTime saved) {
        return new PropertyFilter(filter, saved).compile();
    }

    private Predicate<Candidate> compile() {
        String key = key();
        return switch (text("type", "event")) {
            case "event" -> {
                Predicate<JsonNode> test = test();
                yield candidate -> test.test(candidate.property(key));
            }
            case "person" -> {
                Predicate<JsonNode> test = test();
                yield candidate -> test.test(candidate.personProperty(key));
            }
            case "hogql" -> HogExpression.compile(key);
            default ->
                throw ApiException.invalid(
                        "type",
                        "Evaluations can only filter by event, person and hogql: nothing else is known when an event arrives.");
        };
    }

    private String key() {
        JsonNode key = filter.path("key");
        if (key.isMissingNode()) {
            throw ApiException.required("key");
        }
        if (!key.isTextual() || key.textValue().isBlank()) {
            throw ApiException.invalid("key", "A property's name is required.");
        }
        return key.textValue();
    }

    private Predicate<JsonNode> test() {
        String name = text("operator", "exact");
        Operator operator =
                Wire.find(Operator.class, name).orElseThrow(() -> ApiException.invalidChoice("operator", name));
        JsonNode value = filter.path("value");
        if (operator.needsValue() && (value.isMissingNode() || value.isNull())) {
            throw ApiException.required("value");
        }
        return operator.compile(value, saved);
    }

    private String text(String member, String otherwise) {
        JsonNode value = filter.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        return value.isTextual() ? value.textValue() : value.toString();
    }
}
