package dev.sightline.api.body;

import com.fasterxml.jackson.databind.JsonNode;

/** What clients are told a JSON value is. */
final class Words {

    private Words() {}

    static String typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "list";
            case OBJECT -> "dict";
            case BOOLEAN -> "bool";
            case NUMBER -> value.isIntegralNumber() ? "int" : "float";
            case NULL -> "NoneType";
            default -> "str";
        };
    }
}
