package dev.sightline.api.body;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Members that are lists of one kind. */
record Lists(Kind elements) implements Kind {

    @Override
    public Object read(JsonNode value, Spot spot) {
        if (!value.isArray()) {
            throw spot.invalid("not_a_list", "Expected a list of items but got type \"" + Words.typeOf(value) + "\".");
        }
        List<Object> list = new ArrayList<>(value.size());
        for (int i = 0; i < value.size(); i++) {
            list.add(element(value.get(i), spot.element(i)));
        }
        return Collections.unmodifiableList(list);
    }

    private Object element(JsonNode value, Spot spot) {
        if (value.isNull()) {
            throw spot.invalid("null", "This field may not be null.");
        }
        return elements.read(value, spot);
    }

    @Override
    public String word() {
        return "list";
    }

    /** A list of texts is repeated keys; one of objects has no other form than JSON. */
    @Override
    public Style style() {
        return elements.style() == Style.TEXT || elements.style() == Style.FLAG ? Style.LIST : Style.JSON;
    }
}
