package dev.sightline.api.body;

import com.fasterxml.jackson.databind.JsonNode;

/** Members that keep the JSON they were sent, of any shape or objects only. */
record Trees(boolean objectsOnly) implements Kind {

    @Override
    public Object read(JsonNode value, Spot spot) {
        if (objectsOnly && !value.isObject()) {
            throw spot.invalid(
                    "invalid_input", "Invalid data. Expected a dictionary, but got " + Words.typeOf(value) + ".");
        }
        return Texts.storable(value, spot);
    }

    @Override
    public String word() {
        return "field";
    }

    @Override
    public Style style() {
        return Style.JSON;
    }
}
