package dev.sightline.observability.evaluation.condition;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.function.Predicate;

/** Regular expressions, found anywhere in a property's text, in time linear in its length. */
final class Regexes {

    private Regexes() {}

    static Predicate<JsonNode> found(JsonNode operand) {
        Pattern pattern = pattern(Operands.text(operand));
        return value -> !value.isNull() && pattern.matcher(Values.text(value)).find();
    }

    private static Pattern pattern(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw Operands.unfit("This is not a regular expression: " + e.getDescription() + ".");
        }
    }
}
