package dev.sightline.api.body;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.api.ApiException;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Members that are texts: trimmed and not blank unless said otherwise; a number counts as its digits. */
record Texts(boolean allowBlank, boolean trim) implements Kind {

    @Override
    public Object read(JsonNode value, Spot spot) {
        if (!value.isTextual() && !value.isNumber()) {
            throw spot.invalid("invalid_input", "Not a valid string.");
        }
        String text = trim ? value.asText().strip() : value.asText();
        if (text.isEmpty() && !allowBlank) {
            throw spot.invalid("blank", "This field may not be blank.");
        }
        return storable(text, spot);
    }

    @Override
    public String word() {
        return "string";
    }

    /** The text, unless it holds what the database cannot store. */
    static String storable(String text, Spot spot) {
        unstorable(text, spot).ifPresent(refusal -> {
            throw refusal;
        });
        return text;
    }

    /** The same for every text and member name of a tree. */
    static JsonNode storable(JsonNode tree, Spot spot) {
        if (tree.isTextual()) {
            storable(tree.textValue(), spot);
        }
        tree.fieldNames().forEachRemaining(name -> storable(name, spot));
        StreamSupport.stream(tree.spliterator(), false).forEach(child -> storable(child, spot));
        return tree;
    }

    private static Optional<ApiException> unstorable(String text, Spot spot) {
        if (text.indexOf('\0') >= 0) {
            return Optional.of(spot.invalid("null_characters_not_allowed", "Null characters are not allowed."));
        }
        return text.codePoints()
                .filter(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
                .mapToObj(point -> spot.invalid(
                        "surrogate_characters_not_allowed",
                        "Surrogate characters are not allowed: U+%X.".formatted(point)))
                .findFirst();
    }
}
