package dev.sightline.observability.generation;

import com.fasterxml.jackson.databind.JsonNode;

/** Content of messages as text. */
final class Content {

    private Content() {}

    /** Whether there is anything: not null, zero, false or empty. */
    static boolean isPresent(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT, ARRAY -> !value.isEmpty();
            case STRING -> !value.textValue().isEmpty();
            case NUMBER -> value.doubleValue() != 0;
            case BOOLEAN -> value.booleanValue();
            default -> false;
        };
    }

    /** A text as it is, nothing for null, anything else as JSON or its own text. */
    static String text(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        return value.isTextual() ? value.textValue() : value.toString();
    }
}
