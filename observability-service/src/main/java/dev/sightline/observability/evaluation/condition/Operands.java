package dev.sightline.observability.evaluation.condition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.api.ApiException;
import java.util.List;

/** Reads what an operator compares with; what cannot be compared is refused on {@code value}. */
final class Operands {

    private Operands() {}

    static ApiException unfit(String detail) {
        return ApiException.invalid("value", detail);
    }

    /** One value or a list of some, none of them null. */
    static List<JsonNode> any(JsonNode operand) {
        List<JsonNode> elements = Values.elements(operand);
        if (elements.isEmpty() || elements.stream().anyMatch(JsonNode::isNull)) {
            throw unfit("At least one value is required, and none may be null.");
        }
        return elements;
    }

    static List<JsonNode> list(JsonNode operand) {
        if (!operand.isArray()) {
            throw unfit("This operator needs a list.");
        }
        return any(operand);
    }

    static List<String> texts(JsonNode operand) {
        return any(operand).stream().map(Values::text).toList();
    }

    /** A text, or a list that holds just one. */
    static String text(JsonNode operand) {
        List<String> texts = texts(operand);
        if (texts.size() > 1) {
            throw unfit("This operator takes one value.");
        }
        return texts.get(0);
    }
}
