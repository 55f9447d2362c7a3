package dev.sightline.api.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.api.Patch;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One member of a request record.
 *
 * @param name in the body
 * @param component in the record
 * @param rules what its annotations say
 */
record Member(String name, String component, Kind kind, Rules rules) {

    private static final Set<String> NULL_WORDS = Set.of("", "null", "Null", "NULL");

    /**
     * What a member's annotations say.
     *
     * @param patch whether absence is kept apart from null
     * @param check what Bean Validation's constraints say of a value that is not null
     * @param otherwise the value of an absent member, a fresh one each time
     */
    record Rules(
            boolean required,
            boolean nullable,
            boolean allowBlank,
            boolean patch,
            Check check,
            Supplier<Object> otherwise) {}

    /** The value for the record's component. */
    Object read(ObjectNode body, Spot outer) {
        Spot spot = outer.member(name);
        JsonNode value = body.get(name);
        if (value == null) {
            return absent(spot);
        }
        Object read = standsForNull(value) ? orNull(spot) : orValue(value, spot);
        return rules.patch() ? Patch.of(read) : read;
    }

    private Object absent(Spot spot) {
        if (rules.required()) {
            throw spot.invalid("required", "This field is required.");
        }
        return rules.patch() ? Patch.absent() : rules.otherwise().get();
    }

    private Object orValue(JsonNode value, Spot spot) {
        if (value.isMissingNode()) {
            throw spot.invalid("invalid_input", "Value must be valid JSON.");
        }
        Object read = kind.read(value, spot);
        rules.check().check(rules.patch() ? Patch.of(read) : read, spot);
        return read;
    }

    private boolean standsForNull(JsonNode value) {
        return value.isNull()
                || (rules.nullable()
                        && kind.style() == Kind.Style.FLAG
                        && value.isTextual()
                        && NULL_WORDS.contains(value.textValue()));
    }

    private Object orNull(Spot spot) {
        if (!rules.nullable()) {
            throw spot.invalid("null", "This field may not be null.");
        }
        return null;
    }
}
