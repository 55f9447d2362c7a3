package dev.sightline.observability.evaluation.condition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Texts within a property's text, whatever their case. */
final class Substrings {

    private Substrings() {}

    static Predicate<JsonNode> any(JsonNode operand) {
        List<String> wanted = Operands.texts(operand).stream()
                .map(text -> text.toLowerCase(Locale.ROOT))
                .toList();
        return value -> !value.isNull() && contains(Values.text(value).toLowerCase(Locale.ROOT), wanted);
    }

    private static boolean contains(String text, List<String> wanted) {
        for (String part : wanted) {
            if (text.contains(part)) {
                return true;
            }
        }
        return false;
    }
}
